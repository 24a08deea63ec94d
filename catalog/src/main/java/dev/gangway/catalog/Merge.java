package dev.gangway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// A schema that is put together from others, by `allOf` or by a reference with more said beside it, as one schema.
///
/// Members and required names add up, in the order in which they are met; enums narrow; any other keyword that is
/// said twice is taken from where it is said last, the schema's own word last of all. One part that refuses further
/// members makes the whole refuse them, but not those of the other parts: what people mean by it, though not what
/// JSON Schema says.
final class Merge {
    private static final Set<String> REFUSING = Set.of("additionalProperties", "unevaluatedProperties");

    private final Document document;
    private final Set<String> followed = new LinkedHashSet<>();
    private final ObjectNode whole = Json.object();

    private Merge(Document document) {
        this.document = document;
    }

    /// @param followed the references that were followed to make it
    record Merged(ObjectNode schema, Set<String> followed) {}

    static Merged of(Document document, JsonNode schema) {
        Merge merge = new Merge(document);
        merge.add(schema, new HashSet<>());
        return new Merged(merge.whole, merge.followed);
    }

    private void add(JsonNode part, Set<String> open) {
        if (part.has("$ref")) {
            String reference = part.path("$ref").asText();
            if (!open.add(reference)) {
                throw document.malformed(reference, "is put together from itself");
            }
            followed.add(reference);
            add(document.at(reference), open);
            open.remove(reference);
        }
        part.path("allOf").forEach(inner -> add(inner, open));
        part.properties().forEach(this::say);
    }

    private void say(Map.Entry<String, JsonNode> keyword) {
        JsonNode value = keyword.getValue();
        String name = keyword.getKey();
        switch (name) {
            case "$ref", "allOf" -> {}
            case "properties" -> value.properties().forEach(this::member);
            case "required" -> whole.set(name, union(whole.path(name), value));
            case "enum" -> whole.set(name, whole.has(name) ? intersection(whole.path(name), value) : value);
            default -> {
                boolean refused = REFUSING.contains(name) && isFalse(whole.path(name));
                whole.set(name, refused ? whole.path(name) : value);
            }
        }
    }

    private void member(Map.Entry<String, JsonNode> member) {
        ObjectNode members = whole.withObject("/properties");
        JsonNode before = members.get(member.getKey());
        JsonNode both = before == null ? member.getValue() : bothOf(before, member.getValue());
        members.set(member.getKey(), both);
    }

    private static JsonNode bothOf(JsonNode first, JsonNode second) {
        ObjectNode both = Json.object();
        both.putArray("allOf").add(first).add(second);
        return both;
    }

    private static ArrayNode union(JsonNode first, JsonNode second) {
        Set<JsonNode> both = new LinkedHashSet<>();
        first.forEach(both::add);
        second.forEach(both::add);
        return Json.array().addAll(both);
    }

    private static ArrayNode intersection(JsonNode first, JsonNode second) {
        Set<JsonNode> both = new LinkedHashSet<>();
        first.forEach(both::add);
        Set<JsonNode> allowed = new HashSet<>();
        second.forEach(allowed::add);
        both.retainAll(allowed);
        return Json.array().addAll(both);
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.asBoolean();
    }
}
