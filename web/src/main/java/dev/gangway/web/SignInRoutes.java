package dev.gangway.web;

import static dev.gangway.base.Access.ANYONE;

import dev.gangway.access.Sessions;
import dev.gangway.base.Answer;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.Secret;
import java.util.List;
import java.util.Map;

/// Signing in by a one-time link, and out. Only a press of the button uses a link up: mail scanners and chat
/// previews, which open every link that they see, do not press buttons.
///
/// @param landing the path that signing in leads to
record SignInRoutes(Sessions sessions, SessionCookie cookie, Shell shell, Visitors visitors, String landing) {
    List<Route> routes() {
        return List.of(
                new Route("GET", "/sign-in", "explainSignIn", ANYONE, request -> page(request, SignInPage.HELP)),
                new Route("GET", "/sign-in/{code}", "showSignIn", ANYONE, this::show),
                new Route("POST", "/sign-in/{code}", "signIn", ANYONE, this::signIn),
                new Route("POST", "/sign-out", "signOut", ANYONE, this::signOut));
    }

    private Answer show(Request request) {
        boolean works = sessions.canSignIn(new Secret(request.path("code")));
        return page(request, works ? SignInPage.BUTTON : SignInPage.GONE);
    }

    private Answer signIn(Request request) {
        return sessions.signIn(new Secret(request.path("code")))
                .map(session -> Redirect.to(landing).withHeader("Set-Cookie", cookie.set(session)))
                .orElseGet(() -> page(request, SignInPage.GONE));
    }

    private Answer signOut(Request request) {
        SessionCookie.of(request).ifPresent(sessions::signOut);
        return Redirect.to("/").withHeader("Set-Cookie", cookie.forget());
    }

    private Answer page(Request request, SignInPage page) {
        return shell.page(
                request,
                page.status(),
                View.text(page.title(), ""),
                visitors.isSignedIn(request),
                shell.template("signin.jte", Map.of("page", page)));
    }
}
