package dev.gangway.access;

import static dev.gangway.base.Access.WRITE;

import dev.gangway.base.Answer;
import dev.gangway.base.Clocks;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import java.util.List;
import java.util.Map;

/// The HTTP surface of one-time links.
final class LinkRoutes implements RouteTable {
    private final Sessions sessions;
    private final Clocks clocks;

    LinkRoutes(Sessions sessions, Clocks clocks) {
        this.sessions = sessions;
        this.clocks = clocks;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("POST", "/api/v1/sign-in-links", "createSignInLink", WRITE, this::create));
    }

    private Answer create(Request request) {
        String code = sessions.invite(WorldId.MAIN, request.actor()).reveal();
        return Answer.created(Map.of(
                "path",
                "/sign-in/" + code,
                "expires_at",
                clocks.now(WorldId.MAIN).plus(OneTimeLinks.GOOD_FOR)));
    }
}
