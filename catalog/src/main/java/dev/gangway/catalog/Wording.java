package dev.gangway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words what a schema asks for, to complete "the field must be …". A schema's own `x-must-be` goes first.
final class Wording {
    private Wording() {}

    static String text(JsonNode schema, Set<String> values, @Nullable Format format) {
        if (!values.isEmpty()) {
            return own(schema, values.size() == 1 ? values.iterator().next() : "one of " + String.join(", ", values));
        }
        String what = format == null ? "a string without control characters" : format.mustBe();
        if (schema.has("pattern")) {
            what += " that matches " + schema.path("pattern").asText();
        }
        return own(schema, what + range(", ", schema.get("minLength"), schema.get("maxLength"), " character"));
    }

    static String numeric(JsonNode schema, boolean whole) {
        String what = whole ? "a whole number" : "a number";
        return own(schema, what + range(", ", schema.get("minimum"), schema.get("maximum"), ""));
    }

    static String truth(JsonNode schema) {
        return own(schema, "true or false");
    }

    static String literal(JsonNode schema, List<JsonNode> values) {
        String listed = values.stream().map(JsonNode::toString).collect(Collectors.joining(", "));
        return own(schema, values.size() == 1 ? listed : "one of " + listed);
    }

    static String many(JsonNode schema) {
        String what = "a list" + range(" of ", schema.get("minItems"), schema.get("maxItems"), " item");
        return own(schema, schema.path("uniqueItems").asBoolean() ? what + " without duplicates" : what);
    }

    static String members(JsonNode schema) {
        return own(schema, "an object");
    }

    private static String own(JsonNode schema, String otherwise) {
        return schema.path("x-must-be").asText(otherwise);
    }

    private static String range(String joint, @Nullable JsonNode least, @Nullable JsonNode most, String unit) {
        if (least == null && most == null) {
            return "";
        }
        if (most == null) {
            return joint + "at least " + counted(least, unit);
        }
        if (least == null) {
            return joint + "at most " + counted(most, unit);
        }
        return joint + least.asText() + " to " + counted(most, unit);
    }

    private static String counted(@Nullable JsonNode number, String unit) {
        String text = number == null ? "" : number.asText();
        return text + unit + (unit.isEmpty() || text.equals("1") ? "" : "s");
    }
}
