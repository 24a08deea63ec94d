package dev.gangway.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;

/// Writes the JSON Schema of a tool's arguments.
final class ToolSchema {
    private final ObjectNode schema = Json.object().put("type", "object").put("additionalProperties", false);

    ToolSchema() {
        schema.putObject("properties");
        schema.putArray("required");
    }

    ToolSchema required(String name, String type, String description) {
        schema.withArray("required").add(name);
        return optional(name, type, description);
    }

    ToolSchema optional(String name, String type, String description) {
        schema.withObject("properties").putObject(name).put("type", type).put("description", description);
        return this;
    }

    ObjectNode json() {
        return schema;
    }
}
