package dev.gangway.web;

import dev.gangway.access.Sessions;
import dev.gangway.base.ErrorStyle;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The pages that are for everyone, and the assets of all pages. They are not operations of an API, so no OpenAPI
/// document has them; failures are pages too. Thread-safe.
public final class Web implements RouteTable {
    private final Shell shell;
    private final PageRoutes pages;
    private final SignInRoutes signIn;

    /// Where things are.
    ///
    /// @param publicUrl how clients reach this server; empty for the address that a browser used
    /// @param landing the path that signing in leads to
    public record Places(Optional<URI> publicUrl, String landing) {}

    /// @param reference what the reference pages tell
    public Web(Sessions sessions, Shell shell, Assets assets, Places places, Reference reference) {
        this.shell = shell;
        Visitors visitors = new Visitors(sessions);
        boolean secure =
                places.publicUrl().map(URI::getScheme).filter("https"::equals).isPresent();
        this.pages = new PageRoutes(shell, assets, visitors, places.publicUrl(), reference);
        this.signIn = new SignInRoutes(sessions, new SessionCookie(secure), shell, visitors, places.landing());
    }

    @Override
    public List<Route> routes() {
        return Stream.concat(pages.routes().stream(), signIn.routes().stream()).toList();
    }

    @Override
    public ErrorStyle errors() {
        return new PageErrors(shell);
    }
}
