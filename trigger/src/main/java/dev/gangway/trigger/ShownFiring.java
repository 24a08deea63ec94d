package dev.gangway.trigger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of an occasion, as the admin API shows it.
record ShownFiring(
        String id,
        Instant at,
        String outcome,
        @Nullable String run,
        @Nullable String problem) {
    static ShownFiring of(Firing firing) {
        return new ShownFiring(
                Long.toString(firing.id()), firing.at(), firing.outcome().word(), firing.run(), firing.problem());
    }
}
