package dev.gangway.webhook;

import java.time.Instant;

/// Which deliveries of an endpoint are sent again.
sealed interface Replay {
    /// Every event whose delivery was created from `from` on and before `to`.
    record Period(Instant from, Instant to) implements Replay {}

    /// Every event that was given up.
    record Failures() implements Replay {}
}
