package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.Schemas.Resolved;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Tells what kind of value a schema describes: one type, or alternatives; with or without null.
final class Shapes {
    private static final List<String> UNCHECKED = List.of(
            "not",
            "if",
            "dependentRequired",
            "dependentSchemas",
            "contains",
            "prefixItems",
            "propertyNames",
            "$dynamicRef",
            "unevaluatedItems");
    private static final int MOST_ALTERNATIVES = 100;

    private final Document document;
    private final Schemas schemas;
    private final IdentityHashMap<JsonNode, Shape> known = new IdentityHashMap<>();

    Shapes(Document document, Schemas schemas) {
        this.document = document;
        this.schemas = schemas;
    }

    Shape of(Resolved resolved) {
        Shape before = known.get(resolved.schema());
        if (before == null) {
            before = shape(resolved, 0);
            known.put(resolved.schema(), before);
        }
        return before;
    }

    private Shape shape(Resolved resolved, int collapsed) {
        JsonNode schema = resolved.schema();
        String keyword = choice(schema);
        if (keyword.isEmpty()) {
            return typed(resolved);
        }
        List<JsonNode> alternatives = new ArrayList<>();
        boolean nullable = schema.path("nullable").asBoolean();
        for (JsonNode alternative : schema.path(keyword)) {
            if (isNull(schemas.resolve(alternative, resolved.place() + "/" + keyword))) {
                nullable = true;
            } else if (alternatives.size() < MOST_ALTERNATIVES) {
                alternatives.add(alternative);
            }
        }
        JsonNode rest = without(schema, keyword);
        if (onlyRequires(alternatives)) {
            document.note(resolved.place() + "/" + keyword, "Which members go together is not checked.");
            return shape(resolvedAgain(rest, resolved), collapsed);
        }
        List<JsonNode> whole = Keywords.hasRules(rest)
                ? alternatives.stream()
                        .<JsonNode>map(one -> Schemas.both(rest, one))
                        .toList()
                : alternatives;
        if (whole.size() == 1 && collapsed < 10) {
            Resolved one = schemas.resolve(Schemas.both(whole.getFirst(), talk(rest)), resolved.place());
            Shape shape = shape(one, collapsed + 1);
            return new Shape(shape.type(), nullable || shape.nullable(), shape.schema(), shape.alternatives());
        }
        Row.Type type = whole.isEmpty() ? Row.Type.NULL : keyword.equals("oneOf") ? Row.Type.ONE_OF : Row.Type.ANY_OF;
        return new Shape(type, nullable, schema, new Discriminator(schema).applied(whole));
    }

    private static String choice(JsonNode schema) {
        boolean oneOf = !schema.path("oneOf").isEmpty();
        return oneOf ? "oneOf" : schema.path("anyOf").isEmpty() ? "" : "anyOf";
    }

    private Resolved resolvedAgain(JsonNode schema, Resolved instead) {
        return new Resolved(schema, instead.parts(), instead.title(), instead.place());
    }

    private static ObjectNode without(JsonNode schema, String keyword) {
        ObjectNode rest = Json.object();
        schema.properties().stream()
                .filter(member -> !member.getKey().equals(keyword)
                        && !member.getKey().equals("discriminator")
                        && !member.getKey().equals("nullable"))
                .forEach(member -> rest.set(member.getKey(), member.getValue()));
        return rest;
    }

    /// What is said beside a choice that is none, such as a description, and not its rules, which are there
    /// already.
    private static ObjectNode talk(JsonNode schema) {
        ObjectNode talk = Json.object();
        for (String word : List.of("description", "example", "default", "deprecated", "readOnly", "writeOnly")) {
            if (schema.has(word)) {
                talk.set(word, schema.get(word));
            }
        }
        schema.properties().stream()
                .filter(member -> member.getKey().startsWith("x-"))
                .forEach(member -> talk.set(member.getKey(), member.getValue()));
        return talk;
    }

    /// `anyOf` of nothing but `required`, a common way to say "one of these members".
    private static boolean onlyRequires(List<JsonNode> alternatives) {
        return !alternatives.isEmpty()
                && alternatives.stream()
                        .allMatch(one -> one.has("required")
                                && !one.has("properties")
                                && !one.has("$ref")
                                && !one.has("type")
                                && !one.has("allOf"));
    }

    private static boolean isNull(Resolved alternative) {
        JsonNode schema = alternative.schema();
        JsonNode values = schema.path("enum");
        return schema.path("type").asText().equals("null")
                || (values.size() == 1 && values.path(0).isNull())
                || (schema.has("const") && schema.path("const").isNull());
    }

    private Shape typed(Resolved resolved) {
        JsonNode schema = resolved.schema();
        for (String rule : UNCHECKED) {
            if (schema.has(rule)) {
                document.note(resolved.place() + "/" + rule, "The rule " + rule + " is not checked.");
            }
        }
        List<String> types = new ArrayList<>(Keywords.types(schema));
        boolean nullable = types.remove("null")
                || schema.path("nullable").asBoolean()
                || schema.path("x-nullable").asBoolean(); // Swagger 2.0 has no word of its own for it
        for (JsonNode value : schema.path("enum")) {
            nullable |= value.isNull();
        }
        if (types.isEmpty()) {
            boolean nothingElse = Keywords.types(schema).contains("null");
            return new Shape(nothingElse ? Row.Type.NULL : Row.Type.ANY, !nothingElse, schema, List.of());
        }
        if (types.size() == 1) {
            return new Shape(type(types.getFirst(), schema, resolved.place()), nullable, schema, List.of());
        }
        List<JsonNode> alternatives =
                types.stream().<JsonNode>map(type -> ofType(schema, type)).toList();
        return new Shape(Row.Type.ANY_OF, nullable, schema, alternatives);
    }

    private static ObjectNode ofType(JsonNode schema, String type) {
        ObjectNode one = Json.object();
        schema.properties().stream()
                .filter(member -> !member.getKey().equals("description")
                        && !member.getKey().equals("title"))
                .forEach(member -> one.set(member.getKey(), member.getValue()));
        one.set("type", TextNode.valueOf(type));
        one.set("title", TextNode.valueOf(type));
        if (schema.path("enum") instanceof ArrayNode values) {
            ArrayNode fitting = one.putArray("enum");
            values.forEach(value -> {
                if (Keywords.fits(type, value)) {
                    fitting.add(value);
                }
            });
        }
        return one;
    }

    private Row.Type type(String name, JsonNode schema, String place) {
        return switch (name) {
            case "string" -> schema.path("format").asText().equals("binary") ? Row.Type.FILE : Row.Type.STRING;
            case "integer" -> Row.Type.INTEGER;
            case "number" -> Row.Type.NUMBER;
            case "boolean" -> Row.Type.BOOLEAN;
            case "array" -> Row.Type.ARRAY;
            case "file" -> Row.Type.FILE; // Swagger 2.0
            case "object" -> isMap(schema) ? Row.Type.MAP : Row.Type.OBJECT;
            default -> {
                document.note(place, "The type " + name + " is unknown; anything is taken.");
                yield Row.Type.ANY;
            }
        };
    }

    private static boolean isMap(JsonNode schema) {
        boolean others = schema.path("additionalProperties").asBoolean(true)
                && schema.path("unevaluatedProperties").asBoolean(true);
        return others
                && schema.path("properties").isEmpty()
                && schema.path("required").isEmpty();
    }
}
