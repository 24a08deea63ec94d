package dev.gangway.access;

import dev.gangway.base.Caller;
import dev.gangway.base.Reach;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must be known of a token to let its bearer in.
record LiveToken(
        WorldId world,
        String id,
        TokenScope scope,
        @Nullable Instant expiresAt,
        List<String> connections,
        List<String> operations) {
    boolean expiredAt(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    Caller caller() {
        return new Caller(
                "token:" + id,
                scope != TokenScope.READ_ONLY,
                new Reach(scope != TokenScope.GATEWAY, Set.copyOf(connections), Set.copyOf(operations)));
    }
}
