package dev.gangway.registration;

import java.time.Duration;

/// How long institutions take, step by step, each PT0S to P365D.
///
/// @param submission from enablement until the application is sent (NOT_STARTED)
/// @param review from there until the institution decides (PROCESSING); again after a logo was missing
/// @param enablement from there until it is switched on (APPROVED)
public record RegistrationPace(Duration submission, Duration review, Duration enablement) {
    private static final Duration LONGEST = Duration.ofDays(365);

    public RegistrationPace {
        requireBounds("submission", submission);
        requireBounds("review", review);
        requireBounds("enablement", enablement);
    }

    private static void requireBounds(String key, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(key + ": PT0S to P365D, got " + value);
        }
    }
}
