package dev.gangway.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;

/// A tool did not do what it was asked to. Told to the model as a result, so that it can do better.
final class ToolRefusal extends Exception {
    private final transient JsonNode told;

    ToolRefusal(String message) {
        this(message, Json.object().put("error", message));
    }

    /// @param told what the model reads
    ToolRefusal(String message, JsonNode told) {
        super(message, null, false, false);
        this.told = told;
    }

    JsonNode told() {
        return told;
    }
}
