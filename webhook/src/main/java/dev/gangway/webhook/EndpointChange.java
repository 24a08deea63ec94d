package dev.gangway.webhook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The body of `changeWebhookEndpoint`; what is null stays as it is.
record EndpointChange(
        @Nullable String url,
        @Nullable List<EventType> events,
        @Nullable Boolean paused) {

    Optional<String> givenUrl() {
        return Optional.ofNullable(url);
    }

    Optional<List<EventType>> givenEvents() {
        return Optional.ofNullable(events).map(EventType::checked);
    }

    Optional<Boolean> givenPaused() {
        return Optional.ofNullable(paused);
    }
}
