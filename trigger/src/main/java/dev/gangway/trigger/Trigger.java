package dev.gangway.trigger;

import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What starts runs of a workflow by itself.
///
/// @param name lower-case letters, digits and hyphens
/// @param version SHA-256 of the definition's version that runs; null for the newest at that time
/// @param paused whether occasions are let pass
/// @param hook the last part of a webhook's address; null for other occasions
/// @param nextAt when a schedule fires next; null for other occasions, and when it never does
public record Trigger(
        WorldId world,
        String name,
        String workflow,
        @Nullable String version,
        Occasion occasion,
        Mapping mapping,
        boolean paused,
        @Nullable String hook,
        @Nullable Instant nextAt,
        Instant createdAt,
        Instant changedAt) {
    /// The path of a webhook's address on this server; empty for other occasions.
    public Optional<String> path() {
        return Optional.ofNullable(hook).map(last -> HookRoutes.PATH + last);
    }

    /// What its secret is bound to: a copy of it opens in no other place.
    String seal() {
        return TriggerStore.SEALED.context(List.of(world.value(), name));
    }

    /// The same, paused or not; a schedule that goes on has missed nothing.
    Trigger paused(boolean now, Instant at) {
        return new Trigger(
                world,
                name,
                workflow,
                version,
                occasion,
                mapping,
                now,
                hook,
                occasion instanceof Occasion.Schedule schedule
                        ? Cron.of(schedule).after(at)
                        : null,
                createdAt,
                at);
    }
}
