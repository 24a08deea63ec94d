package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/// Which events a workflow may listen for, so that others are not even kept for it.
final class Listening {
    private Listening() {}

    /// The types of events that the `listen` tasks below `tree` name; `*` for one that an expression yields.
    static Set<String> types(JsonNode tree) {
        Set<String> types = new TreeSet<>();
        collect(tree, types);
        return types;
    }

    private static void collect(JsonNode node, Set<String> types) {
        JsonNode to = node.path("listen").path("to");
        if (to.has("one")) {
            add(to.get("one"), types);
        }
        to.path("any").forEach(filter -> add(filter, types));
        to.path("all").forEach(filter -> add(filter, types));
        node.forEach(child -> collect(child, types));
    }

    private static void add(JsonNode filter, Set<String> types) {
        String type = filter.path("with").path("type").asText();
        types.add(type.isEmpty() || type.contains("${") ? "*" : type);
    }
}
