package dev.gangway.web;

import dev.gangway.access.Sessions;
import dev.gangway.base.Answer;
import dev.gangway.base.Caller;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Who looks at a page.
public final class Visitors {
    private final Sessions sessions;

    public Visitors(Sessions sessions) {
        this.sessions = sessions;
    }

    /// Who is signed in with the browser that asks; empty for nobody.
    public Optional<Caller> of(Request request) {
        return SessionCookie.of(request).flatMap(sessions::callerOf);
    }

    /// Who is signed in with the browser whose own page, not another site's, sends a request: another site can neither
    /// set the header `Gangway-Csrf` nor make a browser send the cookie.
    ///
    /// @param headers looks a header up by its name in any case
    public Optional<Caller> ofScript(Function<String, Optional<String>> headers) {
        boolean elsewhere = headers.apply("Sec-Fetch-Site")
                .filter(site -> !site.equals("same-origin"))
                .isPresent();
        return headers.apply("Gangway-Csrf").isEmpty() || elsewhere
                ? Optional.empty()
                : SessionCookie.in(headers.apply("Cookie")).flatMap(sessions::callerOf);
    }

    boolean isSignedIn(Request request) {
        return of(request).isPresent();
    }

    /// A handler for people who are signed in; others are led to a page that says how to.
    public Route.Handler only(BiFunction<Request, Caller, Answer> handler) {
        return request ->
                of(request).map(caller -> handler.apply(request, caller)).orElseGet(() -> Redirect.to("/sign-in"));
    }
}
