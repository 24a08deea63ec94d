package dev.gangway.egress;

import java.io.IOException;

/// An upstream gave no answer, or none that is HTTP.
public final class UpstreamException extends IOException {
    private final Kind kind;

    /// What went wrong, as far as whoever called needs to tell apart.
    public enum Kind {
        /// The address may not be called.
        REFUSED_BY_POLICY,
        /// There is no connection: nothing was sent.
        UNREACHABLE,
        /// It took too long.
        TIMEOUT,
        /// It broke off, or spoke something else than HTTP/1.1: whether it acted on the request is not known.
        BROKEN
    }

    UpstreamException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// Whether the upstream cannot have seen the request.
    public boolean nothingWasSent() {
        return kind == Kind.REFUSED_BY_POLICY || kind == Kind.UNREACHABLE;
    }
}
