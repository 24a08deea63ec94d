package dev.gangway.gateway;

import dev.gangway.base.Secret;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A connection with its credentials open, as the hot path needs it. Lives in memory only.
///
/// @param token the access token that was fetched for it; null when there is none yet, or none is fetched
/// @param tokenExpires null when nobody knows
record Ready(
        Connection connection,
        Destination destination,
        Injection injection,
        @Nullable Secret token,
        @Nullable Instant tokenExpires) {
    private static final Duration AHEAD = Duration.ofSeconds(30); // a token that ends while it travels is of no use

    boolean fetchesTokens() {
        return connection.tokens() != null;
    }

    /// Whether a call needs another access token first.
    boolean needsToken(Instant now) {
        return fetchesTokens()
                && (token == null || (tokenExpires != null && !now.plus(AHEAD).isBefore(tokenExpires)));
    }

    @Override
    public String toString() {
        return "Ready[" + connection.name() + "]"; // never the credentials
    }
}
