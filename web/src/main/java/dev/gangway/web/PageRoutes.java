package dev.gangway.web;

import static dev.gangway.base.Access.ANYONE;

import dev.gangway.base.Answer;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Pages to read.
record PageRoutes(Shell shell, Assets assets, Visitors visitors, Optional<URI> publicUrl, Reference reference) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-]+(:\\d+)?|\\[[0-9a-fA-F:]+](:\\d+)?");

    List<Route> routes() {
        return List.of(
                new Route("GET", "/", "showWelcome", ANYONE, this::welcome),
                new Route("GET", "/docs", "showReference", ANYONE, request -> reference(request, "/docs", "Reference")),
                new Route(
                        "GET",
                        "/docs/errors",
                        "showErrors",
                        ANYONE,
                        request -> reference(request, "/docs/errors", "Errors")),
                new Route("GET", "/assets/{file}", "readAsset", ANYONE, assets::answer));
    }

    private Answer welcome(Request request) {
        boolean signedIn = visitors.isSignedIn(request);
        WelcomePage page = new WelcomePage(url(request), signedIn);
        return shell.page(
                request,
                200,
                View.text("Welcome aboard", "/"),
                signedIn,
                shell.template("welcome.jte", Map.of("page", page)));
    }

    private Answer reference(Request request, String path, String title) {
        return shell.page(
                request,
                200,
                View.text(title, path),
                visitors.isSignedIn(request),
                shell.template(
                        title.equals("Errors") ? "errors.jte" : "reference.jte", Map.of("reference", reference)));
    }

    /// The configured address, or else the one that this browser used. What cannot be a host stays out of a command
    /// that people paste into a shell.
    private String url(Request request) {
        return publicUrl
                .map(URI::toString)
                .orElseGet(() -> "http://"
                        + request.header("Host")
                                .filter(host -> HOST.matcher(host).matches())
                                .orElse("localhost"));
    }
}
