package dev.gangway.webhook;

import dev.gangway.base.Environment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A signing key as the admin API shows it.
///
/// @param expiredAt when it retired; null while it signs
record KeyView(
        String kid,
        Environment environment,
        Instant createdAt,
        @Nullable Instant expiredAt) {

    static KeyView of(SigningKey key) {
        return new KeyView(
                key.kid(), key.environment(), key.createdAt(), key.expiredAt().orElse(null));
    }
}
