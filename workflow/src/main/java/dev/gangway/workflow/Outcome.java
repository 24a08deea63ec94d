package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;

/// What came of a call through the port. Failures are data.
public sealed interface Outcome {
    record Done(JsonNode value) implements Outcome {}

    record Failed(WorkflowError error) implements Outcome {}

    static Outcome failed(ErrorKind kind, String detail) {
        return new Failed(WorkflowError.of(kind, detail));
    }
}
