package dev.gangway.web;

import java.util.Map;

/// The headers that keep others out of our pages.
final class Protection {
    private Protection() {}

    /// @param reachesElsewhere whether the page's scripts may call any server: a gateway elsewhere, which people type
    static Map<String, String> headers(boolean reachesElsewhere) {
        String connect = reachesElsewhere ? "'self' https: http:" : "'self'";
        return Map.of(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src "
                        + connect + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                "Cross-Origin-Opener-Policy",
                "same-origin",
                "Cross-Origin-Resource-Policy",
                "same-origin",
                "Referrer-Policy",
                "no-referrer"); // the address of a sign-in page is a credential
    }
}
