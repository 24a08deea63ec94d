package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds workflows that start themselves through others.
final class WorkflowCycles {
    private final Definition root;
    private final Surroundings surroundings;
    private final Set<String> seen = new HashSet<>();

    private WorkflowCycles(Definition root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    /// @param pointer the task of the definition with which the cycle begins
    /// @param names the workflows on the way, such as `a, b, a`
    record Way(String pointer, String names) {}

    static Optional<Way> through(Definition root, Surroundings surroundings) {
        for (Map.Entry<String, String> started : started(root.tree()).entrySet()) {
            List<String> names = new ArrayList<>(List.of(root.name()));
            if (new WorkflowCycles(root, surroundings).leads(started.getKey(), names)) {
                return Optional.of(new Way(started.getValue(), String.join(", ", names)));
            }
        }
        return Optional.empty();
    }

    private boolean leads(String name, List<String> names) {
        names.add(name);
        if (name.equals(root.name())) {
            return true;
        }
        if (seen.add(name)) {
            Map<String, String> next =
                    surroundings.workflow(name).map(it -> started(it.tree())).orElse(Map.of());
            for (String one : next.keySet()) {
                if (leads(one, names)) {
                    return true;
                }
            }
        }
        names.removeLast();
        return false;
    }

    /// The workflows that a tree starts, and where.
    static Map<String, String> started(JsonNode tree) {
        Map<String, String> found = new TreeMap<>();
        collect(tree.path("do"), "/do", found);
        return found;
    }

    private static void collect(JsonNode node, String pointer, Map<String, String> found) {
        JsonNode name = node.path("run").path("workflow").path("name");
        if (name.isTextual()) {
            found.putIfAbsent(name.textValue(), pointer + "/run/workflow/name");
        }
        node.properties().forEach(it -> collect(it.getValue(), Pointers.child(pointer, it.getKey()), found));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            collect(node.get(index), Pointers.child(pointer, index), found);
        }
    }
}
