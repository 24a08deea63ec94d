package dev.gangway.trigger;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import dev.gangway.base.ProblemException;
import dev.gangway.base.Secret;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The body that makes a trigger: what starts, and one of `schedule`, `webhook` and `event`.
record TriggerPut(
        String workflow,
        @Nullable String version,
        @Nullable Schedule schedule,
        @Nullable Webhook webhook,
        Occasion.@Nullable Event event,
        @Nullable String condition,
        @Nullable String input,
        @Nullable String dedupKey,
        @Nullable Boolean paused) {
    private static final String UTC = "UTC";

    record Schedule(String cron, @Nullable String timeZone) {
        Occasion occasion() {
            return new Occasion.Schedule(cron, timeZone == null ? UTC : timeZone);
        }
    }

    record Webhook(
            SignatureScheme signature,
            @Nullable String secret,
            @Nullable String header,
            @Nullable String connection) {
        Occasion occasion() {
            return new Occasion.Webhook(signature, header, connection);
        }
    }

    /// @throws ProblemException REQUEST_INVALID when it does not name one occasion
    TriggerDraft draft() {
        return new TriggerDraft(
                workflow,
                version,
                occasion(),
                webhook == null || webhook.secret() == null ? null : new Secret(webhook.secret()),
                new Mapping(condition, input, dedupKey),
                Boolean.TRUE.equals(paused));
    }

    private Occasion occasion() {
        var given = Stream.of(
                        schedule == null ? null : schedule.occasion(),
                        webhook == null ? null : webhook.occasion(),
                        event)
                .filter(Objects::nonNull)
                .toList();
        if (given.size() != 1) {
            throw new ProblemException(REQUEST_INVALID, "exactly one of schedule, webhook and event is needed");
        }
        return given.getFirst();
    }
}
