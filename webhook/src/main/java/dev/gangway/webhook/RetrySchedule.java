package dev.gangway.webhook;

import java.time.Duration;
import java.util.Optional;

/// When a delivery is tried: at once, 30 s later, and then each time four times later than the time before,
/// which is at 0, 30 s, 2.5 min, 10.5 min, 42.5 min, 2 h 50.5 min and 11 h 22.5 min. An eighth attempt would be
/// past 24 hours.
final class RetrySchedule {
    static final int ATTEMPTS = 7;

    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final int FACTOR = 4;

    private RetrySchedule() {}

    /// How long after the beginning of its latest attempt a delivery is tried again; empty when it is given up.
    ///
    /// @param attempts how many have failed, at least 1
    static Optional<Duration> delayAfter(int attempts) {
        if (attempts >= ATTEMPTS) {
            return Optional.empty();
        }
        Duration delay = FIRST_DELAY;
        for (int failed = 1; failed < attempts; failed++) {
            delay = delay.multipliedBy(FACTOR);
        }
        return Optional.of(delay);
    }
}
