package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;

/// What came of a call through the port. Failures are data.
public sealed interface Outcome {
    /// The run is to be cancelled: it hears so once, in place of what the next call would come to.
    Outcome CANCELLED = failed(ErrorKind.CANCELLED, "The run was cancelled.");

    /// The deadline came first.
    Outcome LATE = failed(ErrorKind.TIMEOUT, "The time for this was over.");

    /// The step may have been done, and must not be done twice.
    Outcome UNKNOWN = failed(
            ErrorKind.OUTCOME_UNKNOWN,
            "The process ended while the call was under way, and nothing says that it may be repeated.");

    record Done(JsonNode value) implements Outcome {}

    record Failed(WorkflowError error) implements Outcome {}

    static Outcome failed(ErrorKind kind, String detail) {
        return new Failed(WorkflowError.of(kind, detail));
    }
}
