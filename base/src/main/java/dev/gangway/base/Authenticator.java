package dev.gangway.base;

import java.util.Optional;

/// Knows the bearer of an access token. Handed to the edge by the composition root.
@FunctionalInterface
public interface Authenticator {
    /// The caller behind a bearer token; empty when it is unknown, revoked or expired.
    Optional<Caller> callerOf(Secret bearer);
}
