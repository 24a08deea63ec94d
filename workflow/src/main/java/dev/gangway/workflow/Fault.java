package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;

/// Unwinds the interpreter to the `try` that catches the error, or to the end of the run.
final class Fault extends RuntimeException {
    private final WorkflowError error;

    Fault(WorkflowError error) {
        super(error.detail(), null, false, false);
        this.error = error;
    }

    Fault(ErrorKind kind, String detail) {
        this(WorkflowError.of(kind, detail));
    }

    /// What came of a call through the port; thrown when it failed.
    static JsonNode valueOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(JsonNode value) -> value;
            case Outcome.Failed(WorkflowError error) -> throw new Fault(error);
        };
    }

    WorkflowError error() {
        return error;
    }

    Fault at(String pointer) {
        return error.instance().isEmpty() ? new Fault(error.at(pointer)) : this;
    }
}
