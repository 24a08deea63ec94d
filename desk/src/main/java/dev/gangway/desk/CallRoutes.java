package dev.gangway.desk;

import static dev.gangway.base.Access.ANYONE;

import dev.gangway.access.AccessToken;
import dev.gangway.access.AccessTokens;
import dev.gangway.base.Answer;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ListKey;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.WorldId;
import dev.gangway.gateway.CallFilter;
import dev.gangway.gateway.CallRecord;
import dev.gangway.gateway.Connection;
import dev.gangway.gateway.Gateway;
import dev.gangway.web.Visitors;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pages of the call log.
record CallRoutes(Gateway gateway, AccessTokens tokens, Pages pages, Visitors visitors) {
    private static final int MOST_TOKENS = 100; // to choose one from

    List<Route> routes() {
        return List.of(
                page(Tab.CALLS, "showCalls", this::list),
                page(CallsPage.ARCHIVE, "downloadCalls", request -> gateway.export(WorldId.MAIN, filter(request))),
                page(Tab.CALLS + "/{call}", "showCall", this::call));
    }

    private Route page(String path, String operation, Route.Handler handler) {
        return new Route("GET", path, operation, ANYONE, visitors.only((request, _) -> handler.handle(request)));
    }

    private static CallFilter filter(Request request) {
        return new CallFilter(
                word(request, "connection"),
                word(request, "operation"),
                word(request, "caller"),
                word(request, "q"),
                request.query("failed").filter("true"::equals).isPresent());
    }

    private Answer list(Request request) {
        CallFilter filter = filter(request);
        int limit = Page.limit(request);
        long below = Page.afterNumber(request).orElse(Long.MAX_VALUE);
        gateway.flush(); // a person looks for the call of a moment ago
        List<CallRecord> rows = gateway.calls(WorldId.MAIN, filter, below, limit + 1);
        CallsPage page = new CallsPage(
                Page.of(rows, limit, call -> Long.toString(call.id())),
                filter,
                gateway.connections(WorldId.MAIN).stream().map(Connection::name).toList(),
                tokens.list(WorldId.MAIN, Optional.<ListKey>empty(), MOST_TOKENS)
                        .items());
        return pages.show(request, "Calls", Tab.CALLS, "calls.jte", page);
    }

    private static @Nullable String word(Request request, String name) {
        return request.query(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private Answer call(Request request) {
        String id = request.path("call");
        CallRecord found = number(id)
                .flatMap(number -> gateway.callRecord(WorldId.MAIN, number))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "there is no call " + id));
        List<AccessToken> known = tokens.list(WorldId.MAIN, Optional.<ListKey>empty(), MOST_TOKENS)
                .items();
        return pages.show(request, "Call " + id, Tab.CALLS, "call.jte", new CallPage(found, known));
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
