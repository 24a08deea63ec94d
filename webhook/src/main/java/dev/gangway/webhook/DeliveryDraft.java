package dev.gangway.webhook;

import dev.gangway.base.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A delivery to be made.
///
/// @param id `dlv_…`
/// @param replayOf the delivery that it repeats; null for an event's first
record DeliveryDraft(
        String id,
        String event,
        String endpoint,
        String partner,
        String subject,
        @Nullable String replayOf) {

    /// One for each event and endpoint that wants it, in the order of the events.
    static List<DeliveryDraft> of(List<Event> events, List<Endpoint> endpoints) {
        return events.stream()
                .flatMap(event -> endpoints.stream()
                        .filter(endpoint -> endpoint.wants(event))
                        .map(endpoint -> first(event, endpoint)))
                .toList();
    }

    private static DeliveryDraft first(Event event, Endpoint endpoint) {
        return new DeliveryDraft(Ids.of("dlv"), event.id(), endpoint.id(), event.partner(), event.subject(), null);
    }

    static DeliveryDraft replay(Delivery earlier) {
        return new DeliveryDraft(
                Ids.of("dlv"), earlier.event(), earlier.endpoint(), earlier.partner(), earlier.subject(), earlier.id());
    }
}
