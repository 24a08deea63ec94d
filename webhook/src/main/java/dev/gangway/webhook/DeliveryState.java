package dev.gangway.webhook;

import java.time.Duration;
import java.time.Instant;

/// Where a delivery is on its way, and its life as one total, pure function.
sealed interface DeliveryState {
    /// Attempts that came to an end, 0 to [RetrySchedule#ATTEMPTS].
    int attempts();

    /// Waits: for its turn behind earlier ones of its lane, or for `dueAt`.
    record Pending(int attempts, Instant dueAt) implements DeliveryState {}

    /// A worker has it. When the lease is over the worker is taken for dead, and the delivery is sent again.
    record Sending(int attempts, Instant leaseUntil) implements DeliveryState {}

    /// The receiver accepted it.
    record Delivered(int attempts, Instant at) implements DeliveryState {}

    /// The receiver accepted none of its attempts, and there will not be another.
    record Failed(int attempts, Instant at) implements DeliveryState {}

    /// What happens to a delivery.
    sealed interface Signal {
        record Claimed(Instant leaseUntil) implements Signal {}

        /// @param at when the attempt began
        record Accepted(Instant at) implements Signal {}

        /// @param at when the attempt began
        record Rejected(Instant at) implements Signal {}
    }

    default DeliveryState next(Signal signal) {
        return switch (new Input(this, signal)) {
            case Input(Pending pending, Signal.Claimed claimed) -> new Sending(pending.attempts, claimed.leaseUntil);
            case Input(Pending pending, Signal.Accepted _) -> pending; // of a worker that has lost its lease
            case Input(Pending pending, Signal.Rejected _) -> pending; // likewise
            case Input(Sending sending, Signal.Claimed claimed) -> // the worker before died
                new Sending(sending.attempts, claimed.leaseUntil);
            case Input(Sending sending, Signal.Accepted accepted) -> new Delivered(sending.attempts + 1, accepted.at);
            case Input(Sending sending, Signal.Rejected rejected) -> afterRejection(sending.attempts + 1, rejected.at);
            case Input(Delivered delivered, Signal _) -> delivered;
            case Input(Failed failed, Signal _) -> failed;
        };
    }

    private static DeliveryState afterRejection(int attempts, Instant at) {
        return RetrySchedule.delayAfter(attempts)
                .<DeliveryState>map((Duration delay) -> new Pending(attempts, at.plus(delay)))
                .orElseGet(() -> new Failed(attempts, at));
    }

    /// A state and what happens in it: a new one of either does not compile until every pair is answered.
    record Input(DeliveryState state, Signal signal) {}
}
