package dev.gangway.base;

import java.util.Optional;
import java.util.function.Function;

/// Knows the bearer of an access token, and who is signed in with a browser. Handed to the edge by the composition
/// root.
@FunctionalInterface
public interface Authenticator {
    /// The caller behind a bearer token; empty when it is unknown, revoked or expired.
    Optional<Caller> callerOf(Secret bearer);

    /// The caller behind a request without a bearer token: a signed-in browser whose own page sends it; empty for
    /// nobody.
    ///
    /// @param headers looks a header up by its name in any case
    default Optional<Caller> visitor(Function<String, Optional<String>> headers) {
        return Optional.empty();
    }
}
