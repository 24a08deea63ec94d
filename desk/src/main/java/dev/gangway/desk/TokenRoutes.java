package dev.gangway.desk;

import static dev.gangway.base.Access.ANYONE;

import dev.gangway.access.AccessToken;
import dev.gangway.access.AccessTokens;
import dev.gangway.base.Answer;
import dev.gangway.base.ListKey;
import dev.gangway.base.Page;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.WorldId;
import dev.gangway.gateway.Connection;
import dev.gangway.gateway.Gateway;
import dev.gangway.web.Visitors;
import java.util.List;

/// The page of access tokens.
record TokenRoutes(AccessTokens tokens, Gateway gateway, Pages pages, Visitors visitors) {
    List<Route> routes() {
        return List.of(
                new Route("GET", Tab.TOKENS, "showTokens", ANYONE, visitors.only((request, _) -> list(request))));
    }

    private Answer list(Request request) {
        Page<AccessToken> found = tokens.list(WorldId.MAIN, ListKey.after(request), Page.limit(request));
        List<String> connections =
                gateway.connections(WorldId.MAIN).stream().map(Connection::name).toList();
        return pages.show(request, "Access tokens", Tab.TOKENS, "tokens.jte", new TokensPage(found, connections));
    }
}
