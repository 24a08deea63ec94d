package dev.gangway.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// A document's tree, and what its references name. What does not hold is noted and left out: nothing here throws.
final class Document {
    private static final int LONGEST_CHAIN = 32; // references that lead to references
    private static final String PERCENT = "%";

    private final JsonNode root;
    private final Tolerance tolerance;
    private final Map<String, JsonNode> named = new HashMap<>();

    Document(JsonNode root, Tolerance tolerance) {
        this.root = root;
        this.tolerance = tolerance;
    }

    JsonNode root() {
        return root;
    }

    Tolerance tolerance() {
        return tolerance;
    }

    void note(String pointer, String what) {
        tolerance.note(pointer, what);
    }

    /// What a local reference such as `#/components/schemas/Address` names; a missing node when it names nothing
    /// here.
    ///
    /// @param place where the reference stands
    JsonNode at(String reference, String place) {
        JsonNode target = named.computeIfAbsent(reference, this::find);
        if (target.isMissingNode()) {
            note(
                    place,
                    reference.startsWith("#")
                            ? "The reference " + shown(reference) + " names nothing."
                            : "The reference " + shown(reference) + " leads out of the document and is not followed.");
        }
        return target;
    }

    private JsonNode find(String reference) {
        if (reference.equals("#")) {
            return root;
        }
        if (!reference.startsWith("#/")) {
            return MissingNode.getInstance();
        }
        try {
            String pointer = reference.substring(1);
            return root.at(JsonPointer.compile(
                    pointer.contains(PERCENT)
                            ? URLDecoder.decode(pointer.replace("+", "%2B"), StandardCharsets.UTF_8)
                            : pointer));
        } catch (IllegalArgumentException malformed) {
            return MissingNode.getInstance();
        }
    }

    /// `node` itself, or what it refers to in the end. For everything but schemas, whose references may be cycles.
    JsonNode follow(JsonNode node, String place) {
        JsonNode target = node;
        for (int length = 0; target.path("$ref").isTextual(); length++) {
            if (length == LONGEST_CHAIN) {
                note(place, "The reference leads to itself.");
                return MissingNode.getInstance();
            }
            target = at(target.path("$ref").asText(), place);
        }
        return target;
    }

    /// One step of a JSON pointer.
    static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    private static String shown(String reference) {
        return reference.length() > 200 ? reference.substring(0, 200) + "…" : reference;
    }
}
