package dev.gangway.partner;

import dev.gangway.base.Environment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A live key of a partner, without its secret.
///
/// @param id `key_…`
/// @param environment where it works; this alone decides a request's environment
/// @param expiresAt when it stops because a rotation gave it a successor; null while it has none
/// @param lastUsedAt to the minute; null when it was never used
public record PartnerKey(
        String id,
        Environment environment,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    /// Ends at `instant`, or earlier if it was to end earlier anyway.
    PartnerKey expiringAt(Instant instant) {
        Instant end = expiresAt != null && expiresAt.isBefore(instant) ? expiresAt : instant;
        return new PartnerKey(id, environment, createdAt, end, lastUsedAt);
    }
}
