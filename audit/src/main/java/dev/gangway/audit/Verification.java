package dev.gangway.audit;

import org.jspecify.annotations.Nullable;

/// What checking a chain found.
///
/// @param intact whether every sealed event is as it was sealed, and none is missing
/// @param sealed how many events the chain should have
/// @param firstBrokenPosition the first position where a row was changed, is missing or stands in another's
///     place; null when intact
public record Verification(
        boolean intact, long sealed, @Nullable Long firstBrokenPosition) {
    static Verification intact(ChainEnd end) {
        return new Verification(true, end.position(), null);
    }

    static Verification broken(ChainEnd end, long position) {
        return new Verification(false, end.position(), position);
    }
}
