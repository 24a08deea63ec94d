package dev.gangway.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An access token that was not revoked, without its text.
///
/// @param id `tok_…`
/// @param name what it is for, in somebody's words
/// @param expiresAt when it stops working by itself; null when it does not
/// @param lastUsedAt to the minute; null when it was never used
public record AccessToken(
        String id,
        String name,
        TokenScope scope,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
