package dev.gangway.explorer;

import static dev.gangway.base.Access.ANYONE;

import dev.gangway.base.Answer;
import dev.gangway.base.Caller;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.WorldId;
import dev.gangway.openapi.OperationModel;
import dev.gangway.provider.Provider;
import dev.gangway.provider.Providers;
import dev.gangway.provider.SearchResults;
import dev.gangway.web.Compressed;
import dev.gangway.web.Visitors;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The pages, and what their scripts ask for. The edge lets everyone in; each handler sees who is signed in.
record ExplorerRoutes(
        Providers providers,
        Reveals reveals,
        Pages pages,
        Visitors visitors,
        Function<String, List<Choice>> connections) {
    private static final String PROVIDER = Explorer.PATH + "/{provider}";
    private static final String OPERATION = PROVIDER + "/{operation}";
    private static final int HITS = 30;
    private static final int LONGEST_QUERY = 200; // characters

    List<Route> routes() {
        return List.of(
                page("GET", Explorer.PATH, "showExplorer", request -> pages.home(request, home(request))),
                page("GET", Explorer.PATH + "/-/results", "showResults", request -> pages.results(home(request))),
                page("GET", PROVIDER, "showProvider", this::provider),
                page("GET", OPERATION, "showOperation", forOperation(this::operation)),
                page("GET", OPERATION + "/model", "readForm", forOperation(this::model)),
                page("POST", OPERATION + "/draft", "checkDraft", forOperation(this::draft)),
                new Route("POST", OPERATION + "/reveals", "revealAnswer", ANYONE, visitors.only(this::reveal)));
    }

    private Route page(String method, String path, String operation, Route.Handler handler) {
        return new Route(method, path, operation, ANYONE, visitors.only((request, _) -> handler.handle(request)));
    }

    private HomePage home(Request request) {
        String query = request.query("q").orElse("").strip();
        String asked = query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query;
        SearchResults results = asked.isEmpty()
                ? new SearchResults(List.of(), List.of(), false)
                : providers.search(WorldId.MAIN, asked, null, HITS);
        return new HomePage(providers.providers(WorldId.MAIN), new HomePage.Found(asked, results, HITS));
    }

    private Answer provider(Request request) {
        Provider provider = provider(request.path("provider"));
        return pages.provider(request, ProviderPage.of(provider, providers.operations(WorldId.MAIN, provider.name())));
    }

    private record Shown(Provider provider, OperationModel operation) {}

    private Route.Handler forOperation(BiFunction<Request, Shown, Answer> handler) {
        return request -> {
            Provider provider = provider(request.path("provider"));
            String id = request.path("operation");
            OperationModel operation = providers
                    .operation(WorldId.MAIN, provider.name(), id)
                    .orElseThrow(() ->
                            new ProblemException(ErrorCode.NOT_FOUND, provider.name() + " has no operation " + id));
            return handler.apply(request, new Shown(provider, operation));
        };
    }

    private Answer operation(Request request, Shown shown) {
        Draft opening = Draft.opening(shown.operation());
        String snippet = Programs.text(shown.provider(), shown.operation(), opening, here(request));
        return pages.operation(request, OperationPage.of(shown.provider(), shown.operation(), snippet));
    }

    private Answer model(Request request, Shown shown) {
        List<Choice> choices = connections.apply(shown.provider().name());
        return Compressed.answer(request, Answer.ok(FormModel.of(shown.operation(), choices)));
    }

    private Answer draft(Request request, Shown shown) {
        Draft draft = Draft.of(shown.operation(), request.json());
        String snippet = Programs.text(shown.provider(), shown.operation(), draft, here(request));
        return Answer.ok(Map.of("findings", Findings.of(shown.operation(), draft), "snippet", snippet));
    }

    private Answer reveal(Request request, Caller caller) {
        Route.Handler recording = forOperation((asked, shown) -> {
            reveals.record(shown.provider(), shown.operation(), caller, asked);
            return Answer.noContent();
        });
        return recording.handle(request);
    }

    /// The URL of this server, as the browser reaches it.
    private static String here(Request request) {
        String host = request.header("Host").orElse("localhost");
        return request.header("Origin").orElse("http://" + host);
    }

    private Provider provider(String name) {
        return providers
                .provider(WorldId.MAIN, name)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "there is no provider " + name));
    }
}
