package dev.gangway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a document says about an operation or a field, beyond what its value may be.
///
/// @param summary one line; empty when the document has none
/// @param description Markdown; empty when the document has none
/// @param example a value to show, not to be changed; null when the document has none
/// @param extensions what the document says under names that begin with `x-`
public record Notes(
        String summary,
        String description,
        @Nullable JsonNode example,
        boolean deprecated,
        Map<String, JsonNode> extensions) {
    static final Notes NONE = new Notes("", "", null, false, Map.of());

    static Notes of(JsonNode node) {
        Map<String, JsonNode> extensions = new HashMap<>();
        node.properties().stream()
                .filter(member -> member.getKey().startsWith("x-"))
                .forEach(member -> extensions.put(member.getKey(), member.getValue()));
        return new Notes(
                node.path("summary").asText(node.path("title").asText()),
                node.path("description").asText().strip(),
                node.get("example"),
                node.path("deprecated").asBoolean(),
                Map.copyOf(extensions));
    }

    /// These notes, filled up from what a reference led to.
    Notes over(Notes target) {
        Map<String, JsonNode> both = new HashMap<>(target.extensions);
        both.putAll(extensions);
        return new Notes(
                summary.isEmpty() ? target.summary : summary,
                description.isEmpty() ? target.description : description,
                example == null ? target.example : example,
                deprecated || target.deprecated,
                Map.copyOf(both));
    }

    /// Whether the document sets the extension `name` to true.
    public boolean says(String name) {
        JsonNode value = extensions.get(name);
        return value != null && value.asBoolean();
    }
}
