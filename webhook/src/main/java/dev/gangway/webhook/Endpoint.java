package dev.gangway.webhook;

import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where a partner's events of one environment go.
///
/// @param id `whe_…`
/// @param number orders the endpoints of a partner
/// @param url as it was given; it passed [EndpointUrl]
/// @param events which of them are sent; never empty
/// @param paused why its deliveries wait; empty while they are sent
record Endpoint(
        WorldId world,
        String id,
        long number,
        String partner,
        Environment environment,
        String url,
        List<EventType> events,
        Optional<PauseReason> paused,
        Instant createdAt) {

    boolean wants(Event event) {
        return partner.equals(event.partner()) && environment == event.environment() && events.contains(event.type());
    }
}
