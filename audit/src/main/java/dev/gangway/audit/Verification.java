package dev.gangway.audit;

import org.jspecify.annotations.Nullable;

/// What checking a chain found.
///
/// @param intact whether every sealed event is as it was sealed, and none is missing or too many
/// @param checked how many events fit, counted from the first on
/// @param brokenAt the first position whose event was changed, is missing, was put in or stands in another's
///     place; null when intact
public record Verification(
        boolean intact, long checked, @Nullable Long brokenAt) {
    static Verification intact(long checked) {
        return new Verification(true, checked, null);
    }

    static Verification brokenAt(long position) {
        return new Verification(false, Math.max(0, position - 1), position);
    }
}
