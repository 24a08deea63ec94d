package dev.gangway.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A run that another run starts and waits for: a branch of the same definition, or another workflow.
///
/// @param workflow the other workflow; null for a branch
/// @param label which `document.version` of it; null for its newest version
/// @param entry where it begins, and with what
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChildSpec(@Nullable String workflow, @Nullable String label, Entry entry) {
    /// The most that one call may start.
    static final int MOST = 1_000;

    static ChildSpec branch(String pointer, String path, JsonNode input, JsonNode context, JsonNode variables) {
        return new ChildSpec(null, null, new Entry(pointer, path, input, context, variables));
    }

    static ChildSpec of(String workflow, @Nullable String label, JsonNode input) {
        return new ChildSpec(workflow, label, Entry.whole(input));
    }
}
