package dev.gangway.webhook;

import dev.gangway.base.Environment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An endpoint as the admin API shows it.
///
/// @param pausedBecause for people; null while it is not paused
record EndpointView(
        String id,
        String partner,
        Environment environment,
        String url,
        List<EventType> events,
        boolean paused,
        @Nullable String pausedBecause,
        Instant createdAt) {

    static EndpointView of(Endpoint endpoint) {
        return new EndpointView(
                endpoint.id(),
                endpoint.partner(),
                endpoint.environment(),
                endpoint.url(),
                endpoint.events(),
                endpoint.paused().isPresent(),
                endpoint.paused().map(PauseReason::words).orElse(null),
                endpoint.createdAt());
    }
}
