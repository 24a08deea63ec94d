package dev.gangway.provider;

import static dev.gangway.base.Access.READ;
import static dev.gangway.base.Access.WRITE;

import dev.gangway.base.Answer;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import java.util.List;
import java.util.OptionalInt;

/// The HTTP surface of providers.
final class ProviderRoutes implements RouteTable {
    private static final String NAMED = "/api/v1/providers/{provider}";

    private final Providers providers;

    ProviderRoutes(Providers providers) {
        this.providers = providers;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/providers", "listProviders", READ, this::list),
                new Route("GET", NAMED, "readProvider", READ, this::read),
                new Route("DELETE", NAMED, "removeProvider", WRITE, this::remove),
                new Route("POST", NAMED + "/imports", "importProvider", WRITE, this::importProvider),
                new Route("GET", NAMED + "/versions", "listProviderVersions", READ, this::versions),
                new Route("GET", NAMED + "/changes", "listProviderChanges", READ, this::changes),
                new Route("GET", NAMED + "/tolerated", "listTolerated", READ, this::tolerated),
                new Route("GET", NAMED + "/operations", "listOperations", READ, this::operations),
                new Route("GET", NAMED + "/operations/{operation}", "readOperation", READ, this::operation),
                new Route("GET", "/api/v1/search", "searchOperations", READ, this::search),
                new Route("GET", "/api/v1/imports", "listImports", READ, this::imports),
                new Route("GET", "/api/v1/imports/{import}", "readImport", READ, this::readImport));
    }

    private Answer list(Request request) {
        return all(providers.providers(WorldId.MAIN));
    }

    private Answer read(Request request) {
        return Answer.ok(provider(request));
    }

    private Answer remove(Request request) {
        providers.remove(WorldId.MAIN, request.path("provider"), request.actor());
        return Answer.noContent();
    }

    private Answer importProvider(Request request) {
        ImportRequest wanted = request.json(ImportRequest.class);
        String name = request.path("provider");
        String url = wanted.url();
        ImportJob job = url == null
                ? providers.importDocument(WorldId.MAIN, name, wanted.bytes(), wanted.file(), request.actor())
                : providers.importUrl(WorldId.MAIN, name, wanted.checked(url), request.actor());
        return Answer.json(202, job);
    }

    private Answer versions(Request request) {
        return all(providers.versions(WorldId.MAIN, request.path("provider")));
    }

    private Answer changes(Request request) {
        return Answer.ok(providers.changes(
                WorldId.MAIN, request.path("provider"), number(request, "from"), number(request, "to")));
    }

    private static OptionalInt number(Request request, String name) {
        try {
            return request.query(name).stream().mapToInt(Integer::parseInt).findFirst();
        } catch (NumberFormatException notANumber) {
            throw new ProblemException(ErrorCode.REQUEST_INVALID, name + ": the number of a version");
        }
    }

    private Answer tolerated(Request request) {
        return all(providers.tolerated(WorldId.MAIN, request.path("provider")));
    }

    private Answer operations(Request request) {
        return all(providers.operations(WorldId.MAIN, provider(request).name()));
    }

    private Answer operation(Request request) {
        return Answer.ok(providers
                .operation(WorldId.MAIN, request.path("provider"), request.path("operation"))
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.NOT_FOUND,
                        request.path("provider") + " has no operation " + request.path("operation"))));
    }

    private Answer search(Request request) {
        String query = request.query("q").orElse("");
        String provider = request.query("provider").orElse(null);
        return Answer.ok(providers.search(WorldId.MAIN, query, provider, Page.limit(request)));
    }

    private Answer imports(Request request) {
        return all(providers.importJobs(WorldId.MAIN));
    }

    private Answer readImport(Request request) {
        return Answer.ok(providers
                .importJob(WorldId.MAIN, request.path("import"))
                .orElseThrow(() ->
                        new ProblemException(ErrorCode.NOT_FOUND, "there is no import " + request.path("import"))));
    }

    private Provider provider(Request request) {
        String name = request.path("provider");
        return providers
                .provider(WorldId.MAIN, name)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "there is no provider " + name));
    }

    /// A list that is short enough to come whole, in the shape of the others.
    private static <T> Answer all(List<T> items) {
        return Answer.ok(new Page<>(items, null));
    }
}
