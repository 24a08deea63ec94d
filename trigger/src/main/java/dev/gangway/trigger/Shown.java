package dev.gangway.trigger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A trigger as the admin API shows it: one of `schedule`, `webhook` and `event` is there.
///
/// @param path of a webhook's address on this server; null for other occasions
/// @param last what came of the newest occasion; null when there was none
record Shown(
        String name,
        String workflow,
        @Nullable String version,
        Occasion.@Nullable Schedule schedule,
        Occasion.@Nullable Webhook webhook,
        Occasion.@Nullable Event event,
        @Nullable String condition,
        @Nullable String input,
        @Nullable String dedupKey,
        boolean paused,
        @Nullable String path,
        @Nullable Instant nextAt,
        @Nullable ShownFiring last,
        Instant createdAt,
        Instant changedAt) {
    /// @param last null for none
    static Shown of(Trigger trigger, @Nullable Firing last) {
        Occasion occasion = trigger.occasion();
        return new Shown(
                trigger.name(),
                trigger.workflow(),
                trigger.version(),
                occasion instanceof Occasion.Schedule schedule ? schedule : null,
                occasion instanceof Occasion.Webhook webhook ? webhook : null,
                occasion instanceof Occasion.Event event ? event : null,
                trigger.mapping().condition(),
                trigger.mapping().input(),
                trigger.mapping().dedupKey(),
                trigger.paused(),
                trigger.path().orElse(null),
                trigger.paused() ? null : trigger.nextAt(),
                last == null ? null : ShownFiring.of(last),
                trigger.createdAt(),
                trigger.changedAt());
    }
}
