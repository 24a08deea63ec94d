package dev.gangway.step;

import dev.gangway.base.RawExchange.Header;
import java.util.List;

/// A request that a step makes, below the server that its connection leads to.
///
/// @param path percent-encoded, begins with a slash
/// @param query percent-encoded, without the question mark; empty for none
/// @param body empty for none
/// @param key where the step's key goes
/// @param keyed whether the other side is known to make a request with the same key only once
record Prepared(
        String connection,
        String method,
        String path,
        String query,
        List<Header> headers,
        byte[] body,
        KeyHeader key,
        boolean keyed) {
    /// Whether making it twice does no harm.
    boolean isRepeatable() {
        return keyed || isIdempotent(method);
    }

    static boolean isIdempotent(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS", "PUT", "DELETE" -> true;
            default -> false;
        };
    }
}
