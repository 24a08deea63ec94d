package dev.gangway.web;

import dev.gangway.base.Request;
import dev.gangway.base.Secret;
import java.util.Optional;
import java.util.stream.Stream;

/// The cookie that holds a browser's session. Scripts cannot read it, and no other site's page can make a browser
/// send it.
///
/// @param secure whether it may travel over https only
record SessionCookie(boolean secure) {
    private static final String NAME = "gangway_session";
    private static final int SECONDS_OF_A_SESSION = 7 * 24 * 60 * 60;

    static Optional<Secret> of(Request request) {
        return in(request.header("Cookie"));
    }

    /// @param header the `Cookie` header
    static Optional<Secret> in(Optional<String> header) {
        return header.stream()
                .flatMap(cookies -> Stream.of(cookies.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(NAME + "="))
                .map(cookie -> new Secret(cookie.substring(NAME.length() + 1)))
                .findFirst();
    }

    /// The `Set-Cookie` that hands a browser its session.
    String set(Secret session) {
        return cookie(session.reveal(), SECONDS_OF_A_SESSION);
    }

    /// The `Set-Cookie` that makes a browser forget its session.
    String forget() {
        return cookie("", 0);
    }

    private String cookie(String value, int maxAgeSeconds) {
        return NAME + "=" + value + "; Path=/; Max-Age=" + maxAgeSeconds + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }
}
