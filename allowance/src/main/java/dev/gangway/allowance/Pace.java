package dev.gangway.allowance;

import java.time.Duration;
import java.time.Instant;

/// When calls may go, one after another (the generic cell rate algorithm). Pure.
///
/// @param nextAt when the next call may go that did not save up
record Pace(Instant nextAt) {
    /// A call's turn, and the pace for those after it.
    record Turn(Instant goAt, Pace after) {}

    /// The turn of a call that comes now.
    Turn turn(Limits limits, Instant now) {
        Instant earliest = now.minus(limits.saved());
        Instant goAt = nextAt.isBefore(earliest) ? earliest : nextAt;
        return new Turn(goAt.isBefore(now) ? now : goAt, new Pace(goAt.plus(limits.interval())));
    }

    /// How long one waits who finds all places taken: so that about each tenth of a second as many ask as there are
    /// places, however many wait.
    static Duration crowded(int waiting, int places) {
        return Duration.ofMillis(100).multipliedBy(1L + waiting / places);
    }
}
