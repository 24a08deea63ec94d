package dev.gangway.web;

import dev.gangway.access.Sessions;
import dev.gangway.base.ErrorStyle;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The pages for people, as one piece. They are not operations of an API, so no OpenAPI document has them; failures
/// are pages too. Thread-safe.
public final class Web implements RouteTable {
    private final PageRoutes pages;
    private final SignInRoutes signIn;

    /// @param publicUrl how clients reach this server; empty for the address that a browser used
    /// @param reference what the reference pages tell
    public Web(Sessions sessions, Optional<URI> publicUrl, Reference reference) {
        boolean secure = publicUrl.map(URI::getScheme).filter("https"::equals).isPresent();
        this.pages = new PageRoutes(sessions, publicUrl, new ReferencePages(reference));
        this.signIn = new SignInRoutes(sessions, new SessionCookie(secure));
    }

    @Override
    public List<Route> routes() {
        return Stream.concat(pages.routes().stream(), signIn.routes().stream()).toList();
    }

    @Override
    public ErrorStyle errors() {
        return new PageErrors();
    }
}
