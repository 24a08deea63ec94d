package dev.gangway.gateway;

import static dev.gangway.base.Access.ANYONE;
import static dev.gangway.base.Access.READ;
import static dev.gangway.base.Access.WRITE;

import dev.gangway.allowance.Limits;
import dev.gangway.base.Answer;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.oauth.TokenSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The HTTP surface of connections and of the call log.
record GatewayRoutes(Gateway gateway) implements RouteTable {
    private static final String CONNECTION = "/api/v1/connections/{connection}";
    private static final Map<String, String> GREETING = Map.of("gateway", "gangway"); // what pages ask for

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/gateway", "greetGateway", ANYONE, _ -> Answer.ok(GREETING)),
                new Route("GET", "/api/v1/connections", "listConnections", READ, this::list),
                new Route("GET", CONNECTION, "readConnection", READ, this::read),
                new Route("PUT", CONNECTION, "putConnection", WRITE, this::put),
                new Route("DELETE", CONNECTION, "removeConnection", WRITE, this::remove),
                new Route("GET", "/api/v1/calls", "listCalls", READ, this::calls),
                new Route("GET", "/api/v1/calls/{call}", "readCall", READ, this::call),
                new Route("GET", "/api/v1/calls.har", "exportCalls", READ, this::har));
    }

    private Answer list(Request request) {
        return Answer.ok(new Page<>(gateway.connections(WorldId.MAIN), null));
    }

    private Answer read(Request request) {
        return Answer.ok(gateway.connection(WorldId.MAIN, request.path("connection")));
    }

    private record ConnectionPut(
            String provider,
            @Nullable String server,
            @Nullable String environment,
            @Nullable Map<String, String> credentials,
            @Nullable TokensPut tokens,
            @Nullable Limits limits,
            @Nullable String idempotencyHeader,
            @Nullable Boolean logBodies) {
        ConnectionDraft draft() {
            Map<String, Secret> values = new LinkedHashMap<>();
            if (credentials != null) {
                credentials.forEach((scheme, value) -> values.put(scheme, new Secret(value)));
            }
            return new ConnectionDraft(
                    provider,
                    server,
                    environment,
                    values,
                    tokens == null ? null : tokens.draft(),
                    limits == null ? Limits.NONE : limits,
                    idempotencyHeader,
                    Boolean.TRUE.equals(logBodies));
        }
    }

    private record TokensPut(
            @Nullable String scheme,
            String url,
            TokenSource.@Nullable Grant grant,
            String clientId,
            @Nullable String clientSecret,
            @Nullable String refreshToken,
            TokenSource.@Nullable Authentication authentication,
            @Nullable String scope) {
        TokenDraft draft() {
            return new TokenDraft(
                    scheme, url, grant, clientId, secret(clientSecret), secret(refreshToken), authentication, scope);
        }

        private static @Nullable Secret secret(@Nullable String text) {
            return text == null ? null : new Secret(text);
        }
    }

    private Answer put(Request request) {
        ConnectionDraft draft = request.json(ConnectionPut.class).draft();
        String name = request.path("connection");
        return Answer.ok(
                request.wantsOnlyNew()
                        ? gateway.create(WorldId.MAIN, name, draft, request.actor())
                        : gateway.put(WorldId.MAIN, name, draft, request.actor()));
    }

    private Answer remove(Request request) {
        gateway.remove(WorldId.MAIN, request.path("connection"), request.actor());
        return Answer.noContent();
    }

    private Answer calls(Request request) {
        int limit = Page.limit(request);
        long below = Page.afterNumber(request).orElse(Long.MAX_VALUE);
        List<CallRecord> rows = gateway.calls(WorldId.MAIN, filter(request), below, limit + 1);
        return Answer.ok(Page.of(rows, limit, call -> Long.toString(call.id())));
    }

    private Answer call(Request request) {
        return Answer.ok(found(request.path("call")));
    }

    private CallRecord found(String id) {
        try {
            return gateway.callRecord(WorldId.MAIN, Long.parseLong(id)).orElseThrow(() -> unknown(id));
        } catch (NumberFormatException notANumber) {
            throw unknown(id);
        }
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(ErrorCode.NOT_FOUND, "there is no call " + id);
    }

    private Answer har(Request request) {
        return gateway.export(WorldId.MAIN, filter(request));
    }

    private static CallFilter filter(Request request) {
        return new CallFilter(
                request.query("connection").orElse(null),
                request.query("operation").orElse(null),
                request.query("caller").orElse(null),
                request.query("q").filter(text -> !text.isBlank()).orElse(null),
                request.query("failed").filter("true"::equals).isPresent());
    }
}
