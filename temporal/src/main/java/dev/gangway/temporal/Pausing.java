package dev.gangway.temporal;

import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Time in an execution, the same in every replay: it stands still while the run's own code runs.
final class Pausing {
    private static final Duration GRAIN = Duration.ofMillis(1);

    private final int longest;
    private int knocks;
    private int heard;

    /// @param longest events of a history before the run goes on with a new one
    Pausing(int longest) {
        this.longest = longest;
    }

    Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }

    double random() {
        return Workflow.newRandom().nextDouble();
    }

    void knock() {
        knocks++;
    }

    /// Whether somebody has knocked since the last [#heard].
    boolean isKnocked() {
        return knocks > heard;
    }

    void heard() {
        heard = knocks;
    }

    /// Until then, never less; or until somebody knocks.
    void rest(@Nullable Instant until) {
        if (until == null) {
            Workflow.await(this::isKnocked);
        } else if (now().isBefore(until)) {
            Workflow.await(Duration.between(now(), until).plus(GRAIN).truncatedTo(ChronoUnit.MILLIS), this::isKnocked);
        }
    }

    /// Leaves an execution whose history is long.
    void refuseLength() {
        if (Workflow.getInfo().isContinueAsNewSuggested() || Workflow.getInfo().getHistoryLength() >= longest) {
            throw new Left.Grown();
        }
    }
}
