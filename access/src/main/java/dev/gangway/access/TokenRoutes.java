package dev.gangway.access;

import static dev.gangway.base.Access.GATEWAY;
import static dev.gangway.base.Access.READ;
import static dev.gangway.base.Access.WRITE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Answer;
import dev.gangway.base.Caller;
import dev.gangway.base.Json;
import dev.gangway.base.ListKey;
import dev.gangway.base.Page;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The HTTP surface of access tokens.
final class TokenRoutes implements RouteTable {
    private final AccessTokens tokens;

    TokenRoutes(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/me", "whoAmI", GATEWAY, this::whoAmI),
                new Route("GET", "/api/v1/tokens", "listTokens", READ, this::list),
                new Route("POST", "/api/v1/tokens", "createToken", WRITE, this::create),
                new Route("DELETE", "/api/v1/tokens/{token}", "revokeToken", WRITE, this::revoke));
    }

    private Answer whoAmI(Request request) {
        return Answer.ok(Map.of("name", request.caller().name(), "scope", scope(request.caller())));
    }

    private static TokenScope scope(Caller caller) {
        if (!caller.reach().adminApi()) {
            return TokenScope.GATEWAY;
        }
        return caller.mayWrite() ? TokenScope.FULL : TokenScope.READ_ONLY;
    }

    private Answer list(Request request) {
        return Answer.ok(tokens.list(WorldId.MAIN, ListKey.after(request), Page.limit(request)));
    }

    private record TokenCreate(
            String name,
            TokenScope scope,
            @Nullable List<String> connections,
            @Nullable List<String> operations,
            @Nullable Instant expiresAt) {
        TokenDraft draft() {
            return new TokenDraft(name, scope, orNone(connections), orNone(operations), expiresAt);
        }

        private static List<String> orNone(@Nullable List<String> given) {
            return given == null ? List.of() : given;
        }
    }

    private Answer create(Request request) {
        TokenCreate wanted = request.json(TokenCreate.class);
        IssuedToken issued = tokens.create(WorldId.MAIN, wanted.draft(), request.actor());
        ObjectNode body = Json.MAPPER.valueToTree(issued.token());
        return Answer.created(body.put("token", issued.text().reveal()));
    }

    private Answer revoke(Request request) {
        tokens.revoke(WorldId.MAIN, request.path("token"), request.actor());
        return Answer.noContent();
    }
}
