package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which words of a schema are rules, and what type a schema is about.
final class Keywords {
    private static final Set<String> TALK = Set.of(
            "title",
            "summary",
            "description",
            "example",
            "examples",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly",
            "nullable",
            "externalDocs",
            "xml",
            "$comment");

    private Keywords() {}

    /// Whether the schema says what its value may be, beyond referring to other schemas.
    static boolean hasRules(JsonNode schema) {
        return schema.properties().stream().anyMatch(keyword -> isRule(keyword.getKey()));
    }

    private static boolean isRule(String keyword) {
        return !TALK.contains(keyword)
                && !keyword.startsWith("x-")
                && !keyword.equals("$ref")
                && !keyword.equals("allOf");
    }

    /// The types that the schema names, `null` among them; or what its other words are about. Empty when they are
    /// about nothing.
    static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        }
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        }
        return types.isEmpty() ? implied(schema) : types;
    }

    private static List<String> implied(JsonNode schema) {
        if (schema.has("properties")
                || schema.has("additionalProperties")
                || schema.has("patternProperties")
                || schema.has("minProperties")) {
            return List.of("object");
        }
        if (schema.has("items") || schema.has("prefixItems") || schema.has("minItems")) {
            return List.of("array");
        }
        JsonNode values = schema.path("enum");
        if (!values.isEmpty() || schema.has("const")) {
            return valueTypes(values.isEmpty() ? List.of(schema.path("const")) : values);
        }
        boolean text = schema.has("pattern") || schema.has("minLength") || schema.has("maxLength");
        boolean number = schema.has("minimum") || schema.has("maximum") || schema.has("multipleOf");
        return text ? List.of("string") : number ? List.of("number") : List.of();
    }

    private static List<String> valueTypes(Iterable<JsonNode> values) {
        List<String> types = new ArrayList<>();
        for (JsonNode value : values) {
            String type = typeOf(value);
            if (!types.contains(type)) {
                types.add(type);
            }
        }
        return types;
    }

    static boolean fits(String type, JsonNode value) {
        String own = typeOf(value);
        return own.equals(type) || (type.equals("number") && own.equals("integer"));
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case STRING, BINARY -> "string";
            case NULL, MISSING -> "null";
        };
    }
}
