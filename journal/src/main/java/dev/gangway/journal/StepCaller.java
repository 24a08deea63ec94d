package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.WorldId;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.StepKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Carries out steps. Handed in by whoever puts the product together: a journal calls nobody.
public interface StepCaller {
    /// A step to carry out.
    ///
    /// @param run whose step it is
    /// @param key what names it towards the outside: the same in every attempt
    /// @param deadline by when it must have ended; null for none
    /// @param cleaningUp whether its run knows already that it is cancelled: then that is no reason to break it off
    record Step(
            WorldId world,
            String run,
            String key,
            StepKind kind,
            JsonNode arguments,
            @Nullable Instant deadline,
            boolean cleaningUp) {}

    /// How long it must wait before it may be done; empty when it may be done now, and must.
    Optional<Duration> heldBack(Step step);

    /// Does it. Failures are data; what it throws is a bug, and is recorded as one.
    Outcome call(Step step);

    /// What came of a step, and what went over the wire for it.
    ///
    /// @param exchange null when there was no answer
    record Watched(Outcome outcome, @Nullable Exchange exchange) {}

    /// Does it, for somebody who watches.
    default Watched watch(Step step) {
        return new Watched(call(step), null);
    }

    /// What it would come to, were this the answer. Nothing is sent.
    Outcome answered(Step step, CannedAnswer answer);

    /// Whether it does no harm to do it again when nobody knows whether it was done.
    boolean isRepeatable(Step step);
}
