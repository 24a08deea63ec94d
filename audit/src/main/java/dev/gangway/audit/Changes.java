package dev.gangway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What differs between two documents. Pure.
final class Changes {
    private Changes() {}

    /// The fields that differ, by dotted name, in alphabetical order. Objects are compared member by member, arrays
    /// as wholes; an absent field and a null one are the same. Compared first and masked then, so that a
    /// change behind a mask still shows.
    static SortedMap<String, Change> between(JsonNode before, JsonNode after) {
        Map<String, Leaf> old = leaves(before);
        Map<String, Leaf> young = leaves(after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(young.keySet());
        SortedMap<String, Change> changes = new TreeMap<>();
        for (String name : names) {
            Leaf was = old.getOrDefault(name, Leaf.ABSENT);
            Leaf is = young.getOrDefault(name, Leaf.ABSENT);
            if (!was.value().equals(is.value())) {
                changes.put(name, new Change(was.masked(), is.masked()));
            }
        }
        return changes;
    }

    private record Leaf(String field, JsonNode value) {
        static final Leaf ABSENT = new Leaf("", NullNode.instance);

        JsonNode masked() {
            return Masks.apply(field, value);
        }
    }

    private static Map<String, Leaf> leaves(JsonNode document) {
        Map<String, Leaf> leaves = new TreeMap<>();
        document.properties().forEach(member -> collect(member.getKey(), member.getKey(), member.getValue(), leaves));
        return leaves;
    }

    private static void collect(String name, String field, JsonNode value, Map<String, Leaf> leaves) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties()
                    .forEach(member ->
                            collect(name + "." + member.getKey(), member.getKey(), member.getValue(), leaves));
        } else {
            leaves.put(name, new Leaf(field, value));
        }
    }
}
