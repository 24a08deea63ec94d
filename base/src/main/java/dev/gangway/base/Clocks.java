package dev.gangway.base;

import java.time.Instant;
import java.time.InstantSource;

/// The only source of time for what happens in a world: reviews, registration, retries, expiry.
/// Nothing but the composition root reads the system clock.
@FunctionalInterface
public interface Clocks {
    /// The present instant in `world`.
    Instant now(WorldId world);

    /// Every world on the same clock.
    static Clocks of(InstantSource source) {
        return world -> source.instant();
    }
}
