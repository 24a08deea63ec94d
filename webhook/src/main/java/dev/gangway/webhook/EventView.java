package dev.gangway.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Environment;
import dev.gangway.base.Json;
import java.time.Instant;

/// An event in the feed of the admin API.
record EventView(
        String id,
        EventType type,
        String partner,
        Environment environment,
        String customer,
        Instant at,
        JsonNode body) {

    static EventView of(Event event) {
        return new EventView(
                event.id(),
                event.type(),
                event.partner(),
                event.environment(),
                event.subject(),
                event.at(),
                Json.parse(event.body()));
    }
}
