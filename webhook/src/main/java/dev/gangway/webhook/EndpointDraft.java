package dev.gangway.webhook;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import dev.gangway.base.Environment;
import dev.gangway.base.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of `createWebhookEndpoint`.
record EndpointDraft(
        @Nullable String url,
        @Nullable Environment environment,
        @Nullable List<EventType> events) {

    String requiredUrl() {
        return required("url", url);
    }

    Environment requiredEnvironment() {
        return required("environment", environment);
    }

    /// Those that are on by default, when none are given.
    List<EventType> wantedEvents() {
        return events == null ? EventType.defaults() : EventType.checked(events);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new ProblemException(REQUEST_INVALID, field + ": required");
        }
        return value;
    }
}
