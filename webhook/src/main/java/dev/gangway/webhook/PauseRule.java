package dev.gangway.webhook;

import java.time.Duration;

/// When an endpoint is paused by itself: over 90 % of its attempts within 24 hours were rejected. Fewer than 20
/// attempts prove nothing; a single delivery to a dead receiver makes only seven.
final class PauseRule {
    static final Duration WINDOW = Duration.ofHours(24);

    private static final int ATTEMPTS_AT_LEAST = 20;

    private PauseRule() {}

    static boolean isMetBy(Tally tally) {
        return tally.attempts() >= ATTEMPTS_AT_LEAST && tally.rejected() * 10 > tally.attempts() * 9;
    }

    /// Attempts within the window, and how many of them were rejected or unanswered.
    record Tally(long attempts, long rejected) {}
}
