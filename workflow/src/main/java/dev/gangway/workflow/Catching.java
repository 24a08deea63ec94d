package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// Which errors a `catch` block takes.
final class Catching {
    private Catching() {}

    /// Whether `caught` takes `error`. Being cancelled is taken only by a block that names it.
    static boolean catches(JsonNode caught, WorkflowError error, JsonNode input, Map<String, JsonNode> variables) {
        JsonNode with = caught.path("errors").path("with");
        boolean named = with.has("type")
                ? ErrorKind.sameType(error.type(), with.get("type").asText())
                : !error.is(ErrorKind.CANCELLED);
        return named
                && (!with.has("status") || with.get("status").asInt() == error.status())
                && (!with.has("instance") || with.get("instance").asText().equals(error.instance()))
                && when(caught, input, variables);
    }

    /// Whether `when` holds and `exceptWhen` does not.
    static boolean when(JsonNode conditions, JsonNode input, Map<String, JsonNode> variables) {
        return (!conditions.has("when") || Expressions.holds(conditions.get("when"), input, variables))
                && !(conditions.has("exceptWhen") && Expressions.holds(conditions.get("exceptWhen"), input, variables));
    }
}
