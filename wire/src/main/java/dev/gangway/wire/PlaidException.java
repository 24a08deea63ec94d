package dev.gangway.wire;

import java.util.Optional;

/// A refusal for a Plaid-style client.
final class PlaidException extends RuntimeException {
    private final PlaidError error;
    private final Optional<Long> retryAfterSeconds;

    PlaidException(PlaidError error) {
        this(error, "");
    }

    /// @param detail fills the `%s` of the error's message
    PlaidException(PlaidError error, String detail) {
        this(error, detail, Optional.empty());
    }

    PlaidException(PlaidError error, String detail, Optional<Long> retryAfterSeconds) {
        super(error.message().replace("%s", detail), null, false, false); // an answer, not a bug: no stack trace
        this.error = error;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    PlaidError error() {
        return error;
    }

    String wireMessage() {
        return String.valueOf(getMessage());
    }

    Optional<Long> retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
