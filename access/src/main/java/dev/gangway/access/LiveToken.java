package dev.gangway.access;

import dev.gangway.base.Caller;
import dev.gangway.base.WorldId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What must be known of a token to let its bearer in.
record LiveToken(
        WorldId world,
        String id,
        TokenScope scope,
        @Nullable Instant expiresAt) {
    boolean expiredAt(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    Caller caller() {
        return new Caller("token:" + id, scope == TokenScope.FULL);
    }
}
