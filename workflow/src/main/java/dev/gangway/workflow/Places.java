package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;

/// Where in a definition a part of it stands.
final class Places {
    private Places() {}

    /// The pointer to the very node `part` of `tree`.
    static String of(JsonNode tree, JsonNode part) {
        String found = search(tree, part, "");
        if (found == null) {
            throw new IllegalArgumentException("This is no part of the definition.");
        }
        return found;
    }

    @SuppressWarnings("ReferenceEquality") // two branches may be equal, and each has a place of its own
    private static @org.jspecify.annotations.Nullable String search(JsonNode tree, JsonNode part, String pointer) {
        if (tree == part) {
            return pointer;
        }
        for (var member : tree.properties()) {
            String found = search(member.getValue(), part, Pointers.child(pointer, member.getKey()));
            if (found != null) {
                return found;
            }
        }
        for (int index = 0; tree.isArray() && index < tree.size(); index++) {
            String found = search(tree.get(index), part, Pointers.child(pointer, index));
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
