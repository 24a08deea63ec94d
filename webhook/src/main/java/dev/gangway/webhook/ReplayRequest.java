package dev.gangway.webhook;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import dev.gangway.base.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The body of `replayDeliveries`: either `from` and `to`, or `failed`.
record ReplayRequest(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Boolean failed) {

    /// @throws ProblemException REQUEST_INVALID
    Replay replay() {
        if (from != null && to != null && failed == null && from.isBefore(to)) {
            return new Replay.Period(from, to);
        }
        if (from == null && to == null && Boolean.TRUE.equals(failed)) {
            return new Replay.Failures();
        }
        throw new ProblemException(REQUEST_INVALID, "either from and a later to, or failed: true");
    }
}
