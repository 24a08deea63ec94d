package dev.gangway.webhook;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import dev.gangway.base.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// What a partner can be told about. The name is the `webhook_code` on the wire and in the database.
public enum EventType {
    /// The registration of an end customer with an OAuth institution moved. Upstream's own event.
    END_CUSTOMER_OAUTH_STATUS_UPDATED(true),
    /// An end customer's status, or that of one of its products, changed. Our addition.
    END_CUSTOMER_STATUS_UPDATED(false),
    /// What is required of an end customer changed. Our addition.
    END_CUSTOMER_REQUIREMENTS_UPDATED(false);

    private final boolean byDefault;

    EventType(boolean byDefault) {
        this.byDefault = byDefault;
    }

    /// Whether an endpoint that names no events hears of this one; the others are opt-in.
    public boolean isByDefault() {
        return byDefault;
    }

    static List<EventType> defaults() {
        return Arrays.stream(values()).filter(EventType::isByDefault).toList();
    }

    /// A list that a caller gave, without duplicates.
    ///
    /// @throws ProblemException REQUEST_INVALID when it is empty or holds a null
    static List<EventType> checked(List<EventType> given) {
        if (given.isEmpty() || given.stream().anyMatch(Objects::isNull)) {
            throw new ProblemException(REQUEST_INVALID, "events: at least one of " + List.of(values()));
        }
        return given.stream().distinct().toList();
    }
}
