package dev.gangway.partner;

import dev.gangway.base.Environment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A partner's key, without its secret.
///
/// @param id `key_…`
/// @param environment where it works; this alone decides a request's environment
/// @param expiresAt when a rotation ends it; null while nothing does
/// @param revokedAt when it stopped for good; null while it did not
/// @param lastUsedAt to the minute; null when it was never used
public record PartnerKey(
        String id,
        Environment environment,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {
    /// Whether it still opens anything at `now`.
    public boolean liveAt(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }
}
