package dev.gangway.webhook;

import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.Optional;

/// One event on its way to one endpoint.
///
/// @param id `dlv_…`; a replay has one of its own
/// @param number orders the deliveries of a lane, and every list
/// @param replayOf the delivery that this one repeats
/// @param createdAt when the event was published or the replay asked for
record Delivery(
        WorldId world,
        String id,
        long number,
        String event,
        EventType type,
        String endpoint,
        String partner,
        Environment environment,
        String subject,
        Optional<String> replayOf,
        DeliveryState state,
        Instant createdAt) {}
