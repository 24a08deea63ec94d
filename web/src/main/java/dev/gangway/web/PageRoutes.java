package dev.gangway.web;

import static dev.gangway.base.Access.ANYONE;

import dev.gangway.access.Sessions;
import dev.gangway.base.Answer;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Pages to read.
record PageRoutes(Sessions sessions, Optional<URI> publicUrl, ReferencePages reference) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-]+(:\\d+)?|\\[[0-9a-fA-F:]+](:\\d+)?");

    List<Route> routes() {
        return List.of(
                new Route("GET", "/", "showWelcome", ANYONE, this::welcome),
                new Route("GET", "/docs", "showReference", ANYONE, _ -> reference.operations()),
                new Route("GET", "/docs/errors", "showErrors", ANYONE, _ -> reference.errors()),
                new Route("GET", Stylesheet.PATH, "readStylesheet", ANYONE, _ -> Stylesheet.answer()));
    }

    private Answer welcome(Request request) {
        boolean signedIn = SessionCookie.of(request).flatMap(sessions::callerOf).isPresent();
        return new WelcomePage(url(request), signedIn).answer();
    }

    /// The configured address, or else the one that this browser used. What cannot be a host stays out of a command
    /// that
    /// people paste into a shell.
    private String url(Request request) {
        return publicUrl
                .map(URI::toString)
                .orElseGet(() -> "http://"
                        + request.header("Host")
                                .filter(host -> HOST.matcher(host).matches())
                                .orElse("localhost"));
    }
}
