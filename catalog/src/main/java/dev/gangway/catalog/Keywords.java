package dev.gangway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The vocabulary of schemas (JSON Schema 2020-12, as OpenAPI 3.1 uses it), as far as a check honours it.
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
            "externalDocs",
            "contentEncoding",
            "contentMediaType",
            "$comment");
    private static final Set<String> RULES = Set.of(
            "$ref",
            "allOf",
            "anyOf",
            "oneOf",
            "type",
            "enum",
            "const",
            "format",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "items",
            "minItems",
            "maxItems",
            "uniqueItems",
            "properties",
            "required",
            "additionalProperties",
            "unevaluatedProperties",
            "propertyNames",
            "x-must-be");

    private Keywords() {}

    static void requireKnown(Document document, JsonNode schema, String place) {
        if (!schema.isObject()) {
            throw document.malformed(place, "is not a schema");
        }
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!RULES.contains(keyword) && isRule(keyword)) {
                throw document.malformed(place, "has the unknown keyword " + keyword);
            }
        });
    }

    /// The reference, when the schema is that and nothing more: `$ref` alone, or the only part of an `allOf`, with
    /// nothing beside it but talk. Null otherwise.
    static @Nullable String plainReference(JsonNode schema) {
        if (schema.has("$ref") && saysNothingBut(schema, "$ref")) {
            return schema.path("$ref").asText();
        }
        JsonNode parts = schema.path("allOf");
        return parts.size() == 1 && saysNothingBut(schema, "allOf") ? plainReference(parts.path(0)) : null;
    }

    static boolean saysNothingBut(JsonNode schema, String rule) {
        return schema.properties().stream()
                .allMatch(keyword -> keyword.getKey().equals(rule) || !isRule(keyword.getKey()));
    }

    /// The types a value may have. Where the schema names none, what its other keywords are about; empty when they
    /// are about nothing.
    static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        if (schema.path("type").isTextual()) {
            types.add(schema.path("type").asText());
        }
        schema.path("type").forEach(type -> types.add(type.asText()));
        if (types.isEmpty() && (schema.has("properties") || schema.has("additionalProperties"))) {
            types.add("object");
        }
        if (types.isEmpty() && schema.has("items")) {
            types.add("array");
        }
        if (types.isEmpty() && (schema.has("enum") || schema.has("const"))) {
            types.add("string");
        }
        return types;
    }

    private static boolean isRule(String keyword) {
        return keyword.equals("x-must-be") || !(TALK.contains(keyword) || keyword.startsWith("x-"));
    }
}
