package dev.gangway.webhook;

import dev.gangway.base.Environment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A delivery in a list of the admin API.
///
/// @param state `pending`, `sending`, `delivered` or `failed`
/// @param replayOf the delivery that this one repeats; null for an event's first
/// @param nextAttemptAt no earlier than this; null when it is being sent or finished
record DeliverySummary(
        String id,
        String event,
        EventType eventType,
        String endpoint,
        String partner,
        Environment environment,
        String customer,
        String state,
        int attemptCount,
        @Nullable String replayOf,
        Instant createdAt,
        @Nullable Instant nextAttemptAt) {

    static DeliverySummary of(Delivery delivery) {
        return new DeliverySummary(
                delivery.id(),
                delivery.event(),
                delivery.type(),
                delivery.endpoint(),
                delivery.partner(),
                delivery.environment(),
                delivery.subject(),
                StoredState.of(delivery.state()).state(),
                delivery.state().attempts(),
                delivery.replayOf().orElse(null),
                delivery.createdAt(),
                delivery.state() instanceof DeliveryState.Pending pending ? pending.dueAt() : null);
    }
}
