package dev.gangway.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An access token that was not revoked, without its text.
///
/// @param id `tok_…`
/// @param name what it is for, in somebody's words
/// @param connections the only ones that it opens in the gateway; empty for all
/// @param operations likewise, by id
/// @param expiresAt when it stops working by itself; null when it does not
/// @param lastUsedAt to the minute; null when it was never used
public record AccessToken(
        String id,
        String name,
        TokenScope scope,
        List<String> connections,
        List<String> operations,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
