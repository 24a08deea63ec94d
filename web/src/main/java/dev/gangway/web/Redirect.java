package dev.gangway.web;

import dev.gangway.base.Answer;

/// Leads a browser on.
public final class Redirect {
    private Redirect() {}

    /// @param path on this server, percent-encoded
    public static Answer to(String path) {
        return Answer.bytes(303, "text/plain; charset=utf-8", new byte[0]).withHeader("Location", path);
    }
}
