package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Schemas without their references: each is resolved where an operation first meets it, and put together with what
/// is said beside the reference and in `allOf`.
///
/// Members and required names add up; enums narrow; what is said twice is taken from where it is said last, the
/// schema's own words last of all. One part that refuses further members makes the whole refuse them, but not those
/// of the other parts: what people mean by it, though not what JSON Schema says.
final class Schemas {
    private static final int MOST_PARTS = 200; // of one schema
    private static final Set<String> REFUSING = Set.of("additionalProperties", "unevaluatedProperties");

    private final Document document;
    private final IdentityHashMap<JsonNode, Resolved> known = new IdentityHashMap<>();

    Schemas(Document document) {
        this.document = document;
    }

    /// A schema without `$ref` and `allOf`.
    ///
    /// @param parts the schemas of the document that it is put together from: two schemas of the same parts are the
    ///     same up to what is said beside, so one inside the other is a cycle
    /// @param title what it is called; empty when it has no name
    record Resolved(JsonNode schema, Set<Part> parts, String title, String place) {}

    /// A schema of the document, itself and not what it equals.
    record Part(JsonNode schema) {
        @Override
        @SuppressWarnings("ReferenceEquality") // is what it is for
        public boolean equals(Object other) {
            return other instanceof Part(JsonNode same) && same == schema;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(schema);
        }
    }

    /// @param place where the schema stands, a JSON pointer with `#`
    Resolved resolve(JsonNode schema, String place) {
        Resolved before = known.get(schema);
        if (before == null) {
            before = new Merging(place).resolved(schema);
            known.put(schema, before);
        }
        return before;
    }

    private final class Merging {
        private final ObjectNode whole = Json.object();
        private final Set<Part> parts = new LinkedHashSet<>();
        private final Set<String> open = new LinkedHashSet<>();
        private final String place;
        private String origin;
        private String title = "";
        private int seen;

        Merging(String place) {
            this.place = place;
            this.origin = place;
        }

        Resolved resolved(JsonNode schema) {
            if (!schema.isObject()) {
                if (!schema.isBoolean() && !schema.isMissingNode()) {
                    document.note(place, "This is no schema; anything is taken.");
                }
                return new Resolved(whole, Set.of(new Part(schema)), "", place);
            }
            if (!schema.has("$ref") && !schema.has("allOf")) {
                return new Resolved(
                        schema, Set.of(new Part(schema)), schema.path("title").asText(""), place);
            }
            add(schema);
            return new Resolved(whole, Set.copyOf(parts), whole.path("title").asText(title), origin);
        }

        private void add(JsonNode part) {
            if (++seen > MOST_PARTS) {
                document.note(place, "The schema is put together from more than " + MOST_PARTS + " others.");
                return;
            }
            if (part.path("$ref").isTextual()) {
                refer(part.path("$ref").asText());
            }
            part.path("allOf").forEach(this::add);
            if (Keywords.hasRules(part)) {
                parts.add(new Part(part));
            }
            part.properties().forEach(this::say);
        }

        private void refer(String reference) {
            if (!open.add(reference)) {
                document.note(place, "The schema is put together from itself.");
                return;
            }
            JsonNode target = document.at(reference, place);
            if (parts.isEmpty() && title.isEmpty()) {
                title = reference.substring(reference.lastIndexOf('/') + 1);
                origin = reference;
            }
            if (target.isObject()) {
                add(target);
            }
            open.remove(reference);
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
                    boolean refused = REFUSING.contains(name)
                            && whole.path(name).isBoolean()
                            && !whole.path(name).asBoolean();
                    whole.set(name, refused ? whole.path(name) : value);
                }
            }
        }

        private void member(Map.Entry<String, JsonNode> member) {
            ObjectNode members =
                    whole.path("properties") instanceof ObjectNode object ? object : whole.putObject("properties");
            JsonNode before = members.get(member.getKey());
            JsonNode both = before == null || before.equals(member.getValue())
                    ? member.getValue()
                    : both(before, member.getValue());
            members.set(member.getKey(), both);
        }
    }

    /// A schema that says what both say, the second's word last.
    static ObjectNode both(JsonNode first, JsonNode second) {
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
        Set<JsonNode> allowed = new LinkedHashSet<>();
        second.forEach(allowed::add);
        ArrayNode both = Json.array();
        first.forEach(value -> {
            if (allowed.contains(value)) {
                both.add(value);
            }
        });
        return both;
    }
}
