package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;

/// How a run ended.
public sealed interface Ending {
    record Completed(JsonNode output) implements Ending {}

    record Failed(WorkflowError error) implements Ending {}

    record Cancelled() implements Ending {}
}
