package dev.gangway.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// JSON Merge Patch (RFC 7396): a member that is present replaces, an object merges into the object that is
/// there, an array replaces, null clears. What is left never has a null member, at any depth outside arrays,
/// when the target had none.
public final class MergePatch {
    private MergePatch() {}

    /// The target as the patch leaves it, as a new tree; both arguments stay as they are.
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = target.deepCopy();
        patch.properties().forEach(member -> merge(merged, member.getKey(), member.getValue()));
        return merged;
    }

    private static void merge(ObjectNode merged, String name, JsonNode change) {
        if (change.isNull()) {
            merged.remove(name);
        } else if (change instanceof ObjectNode patch) {
            ObjectNode there = merged.get(name) instanceof ObjectNode object ? object : Json.object();
            merged.set(name, apply(there, patch));
        } else {
            merged.set(name, change.deepCopy());
        }
    }
}
