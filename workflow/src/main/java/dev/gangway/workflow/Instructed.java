package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.base.Json;

/// What a call of the port comes to when somebody said so instead. Pure.
public final class Instructed {
    private static final int OK = 200;

    private Instructed() {}

    /// @param kind of the call
    /// @param arguments of the call, as they are recorded
    /// @param output what it is to come to; JSON null when the step is skipped
    public static Outcome outcome(String kind, JsonNode arguments, JsonNode output) {
        return new Outcome.Done(
                switch (kind) {
                    case "HTTP", "OPENAPI" -> Json.object().put("status", OK).set("body", output);
                    case "await" -> events(output);
                    case "children" -> endings(arguments.size(), output);
                    default -> NullNode.instance;
                });
    }

    /// As if each element were what an event had to say.
    private static ArrayNode events(JsonNode output) {
        ArrayNode list = Json.array();
        if (output.isArray()) {
            output.forEach(data -> list.addObject().set("data", data));
        }
        return list;
    }

    /// As if each had completed: with its element of the output, when that is a list.
    private static ArrayNode endings(int children, JsonNode output) {
        ArrayNode list = Json.array();
        for (int each = 0; each < children; each++) {
            JsonNode one = output.isArray() ? output.path(each) : output;
            list.addObject().set("done", one.isMissingNode() ? NullNode.instance : one);
        }
        return list;
    }
}
