package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// What came of a call through the port. Failures are data.
public sealed interface Outcome {
    /// The deadline came first.
    Outcome LATE = failed(ErrorKind.TIMEOUT, "The time for this was over.");

    /// The step may have been done, and must not be done twice.
    Outcome UNKNOWN = failed(
            ErrorKind.OUTCOME_UNKNOWN,
            "The process ended while the call was under way, and nothing says that it may be repeated.");

    record Done(JsonNode value) implements Outcome {}

    record Failed(WorkflowError error) implements Outcome {}

    /// The run is to be cancelled: it hears so once, in place of what the next call would come to.
    static Outcome cancelled(Instant now) {
        return new Failed(WorkflowError.cancelled("The run was cancelled.", now));
    }

    static Outcome failed(ErrorKind kind, String detail) {
        return new Failed(WorkflowError.of(kind, detail));
    }
}
