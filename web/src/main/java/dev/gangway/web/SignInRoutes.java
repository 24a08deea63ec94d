package dev.gangway.web;

import static dev.gangway.base.Access.ANYONE;

import dev.gangway.access.Sessions;
import dev.gangway.base.Answer;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.Secret;
import java.util.List;

/// Signing in by a one-time link, and out. Only a press of the button uses a link up: mail scanners and chat
/// previews, which open every link that they see, do not press buttons.
record SignInRoutes(Sessions sessions, SessionCookie cookie) {
    List<Route> routes() {
        return List.of(
                new Route("GET", "/sign-in/{code}", "showSignIn", ANYONE, this::show),
                new Route("POST", "/sign-in/{code}", "signIn", ANYONE, this::signIn),
                new Route("POST", "/sign-out", "signOut", ANYONE, this::signOut));
    }

    private Answer show(Request request) {
        return sessions.canSignIn(new Secret(request.path("code"))) ? button() : gone();
    }

    private static Answer button() {
        return Layout.page(200, "Sign in", new Html("""
                <p class="lead">This link signs this browser in for seven days. It works once.</p>
                <form method="post"><button>Sign in</button></form>
                """));
    }

    private Answer signIn(Request request) {
        return sessions.signIn(new Secret(request.path("code")))
                .map(session -> home().withHeader("Set-Cookie", cookie.set(session)))
                .orElseGet(SignInRoutes::gone);
    }

    private Answer signOut(Request request) {
        SessionCookie.of(request).ifPresent(sessions::signOut);
        return home().withHeader("Set-Cookie", cookie.forget());
    }

    private static Answer home() {
        return Answer.bytes(303, "text/plain; charset=utf-8", new byte[0]).withHeader("Location", "/");
    }

    private static Answer gone() {
        return Layout.page(410, "This link no longer works", new Html("""
                <p class="lead">A sign-in link works once, within 24 hours of being made.</p>
                <p>If you have used it in this browser before, you may still be signed in:
                <a href="/">the welcome page</a> says so. The APIs and the command line do not need it: they take an access
                token.</p>
                """));
    }
}
