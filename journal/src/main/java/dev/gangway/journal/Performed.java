package dev.gangway.journal;

import dev.gangway.workflow.Outcome;
import java.time.Duration;

/// What came of trying to do a step.
public sealed interface Performed {
    record Done(Outcome outcome) implements Performed {}

    /// It has to wait before it may be done.
    record Held(Duration pause) implements Performed {}
}
