package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;

/// Where a run begins in its definition, and with what.
///
/// @param pointer to a branch of a `fork`; empty for the whole definition
/// @param path of the task around a branch, in the run that starts it; empty for the whole definition
/// @param input what the first task gets
/// @param context `$context`
/// @param variables of loops and `catch` blocks around a branch, by name
public record Entry(String pointer, String path, JsonNode input, JsonNode context, JsonNode variables) {
    public static Entry whole(JsonNode input) {
        return new Entry("", "", input, Json.object(), Json.object());
    }
}
