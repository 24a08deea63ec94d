package dev.gangway.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Caller;
import dev.gangway.base.Json;

/// One thing that an agent can do.
///
/// @param description for the model: when to use it, and what it answers
/// @param schema JSON Schema of its arguments
/// @param readOnly whether it changes nothing
record Tool(String name, String title, String description, ObjectNode schema, boolean readOnly, Work work) {
    /// Does it.
    @FunctionalInterface
    interface Work {
        /// @throws ToolRefusal in words for the model
        JsonNode of(Caller caller, JsonNode arguments) throws ToolRefusal;
    }

    /// As `tools/list` shows it.
    ObjectNode json() {
        ObjectNode json = Json.object().put("name", name).put("title", title).put("description", description);
        json.set("inputSchema", schema);
        json.putObject("annotations").put("readOnlyHint", readOnly).put("openWorldHint", !readOnly);
        return json;
    }

    /// An argument that must be a text.
    static String text(JsonNode arguments, String name) throws ToolRefusal {
        JsonNode value = arguments.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new ToolRefusal(name + ": a text is needed here.");
        }
        return value.textValue();
    }
}
