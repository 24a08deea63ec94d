package dev.gangway.gateway;

import dev.gangway.allowance.Limits;
import dev.gangway.base.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a connection is made, or made anew, from.
///
/// @param server one of the provider's servers, or another absolute URL; null for the provider's sandbox, or else its
///     first server
/// @param environment `sandbox`, `production` or `other`; null for what the server is
/// @param credentials values by the name of their security scheme
/// @param idempotencyHeader such as `Idempotency-Key`; null when the provider is not known to take a key
/// @param tokens where an access token is to be fetched; null for nowhere
public record ConnectionDraft(
        String provider,
        @Nullable String server,
        @Nullable String environment,
        Map<String, Secret> credentials,
        @Nullable TokenDraft tokens,
        Limits limits,
        @Nullable String idempotencyHeader,
        boolean logBodies) {}
