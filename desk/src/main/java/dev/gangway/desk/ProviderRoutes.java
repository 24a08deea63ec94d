package dev.gangway.desk;

import static dev.gangway.base.Access.ANYONE;

import dev.gangway.base.Answer;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.WorldId;
import dev.gangway.provider.ImportJob;
import dev.gangway.provider.Provider;
import dev.gangway.provider.Providers;
import dev.gangway.web.Visitors;
import java.util.List;
import java.util.OptionalInt;

/// Pages of providers, as those see them who bring documents in.
record ProviderRoutes(Providers providers, Pages pages, Visitors visitors) {
    private static final int RECENT = 5; // imports

    List<Route> routes() {
        return List.of(
                page(Tab.PROVIDERS, "showProviders", this::list),
                page(Tab.PROVIDERS + "/{provider}", "showImports", this::one),
                page(Tab.PROVIDERS + "/{provider}/changes", "showChanges", this::changes));
    }

    private Route page(String path, String operation, Route.Handler handler) {
        return new Route("GET", path, operation, ANYONE, visitors.only((request, _) -> handler.handle(request)));
    }

    private Answer list(Request request) {
        List<ImportJob> recent =
                providers.importJobs(WorldId.MAIN).stream().limit(RECENT).toList();
        ProvidersPage page = new ProvidersPage(providers.providers(WorldId.MAIN), recent);
        return pages.show(request, "Providers", Tab.PROVIDERS, "providers.jte", page);
    }

    private Answer changes(Request request) {
        String name = request.path("provider");
        OptionalInt to = request.query("to").filter(text -> text.matches("[0-9]{1,9}")).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
        ChangesPage page = new ChangesPage(name, providers.changes(WorldId.MAIN, name, OptionalInt.empty(), to));
        return pages.show(request, "What changed in " + name, Tab.PROVIDERS, "changes.jte", page);
    }

    private Answer one(Request request) {
        String name = request.path("provider");
        Provider provider = providers
                .provider(WorldId.MAIN, name)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "there is no provider " + name));
        ProviderPage page = new ProviderPage(
                provider, providers.versions(WorldId.MAIN, name), providers.tolerated(WorldId.MAIN, name));
        return pages.show(request, provider.title(), Tab.PROVIDERS, "provider.jte", page);
    }
}
