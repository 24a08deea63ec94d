package dev.gangway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.catalog.Shape.Literal;
import dev.gangway.catalog.Shape.Numeric;
import dev.gangway.catalog.Shape.Text;
import dev.gangway.catalog.Shape.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Reads the schemas that have no others inside them.
final class Leaves {
    private Leaves() {}

    /// Whether the schema names its values and some of them, null aside, are not texts.
    static boolean isLiteral(JsonNode schema) {
        return values(schema).stream().anyMatch(value -> !value.isTextual() && !value.isNull());
    }

    static Literal literal(JsonNode schema) {
        return new Literal(Wording.literal(schema, values(schema)), values(schema));
    }

    static Text text(Document document, JsonNode schema, String place) {
        Set<String> texts = new LinkedHashSet<>();
        values(schema).stream().filter(JsonNode::isTextual).forEach(value -> texts.add(value.textValue()));
        Format format = format(document, schema, place);
        return new Text(
                Wording.text(schema, texts, format),
                Collections.unmodifiableSet(texts),
                format,
                schema.path("minLength").asInt(0),
                schema.path("maxLength").asInt(Integer.MAX_VALUE),
                pattern(document, schema, place));
    }

    static Numeric numeric(String type, JsonNode schema) {
        BigDecimal least = bound(schema.get("minimum"));
        BigDecimal most = bound(schema.get("maximum"));
        if (schema.path("format").asText().equals("int32")) {
            least = least == null ? BigDecimal.valueOf(Integer.MIN_VALUE) : least;
            most = most == null ? BigDecimal.valueOf(Integer.MAX_VALUE) : most;
        }
        boolean whole = type.equals("integer");
        return new Numeric(Wording.numeric(schema, whole), whole, least, most);
    }

    static Truth truth(JsonNode schema) {
        return new Truth(Wording.truth(schema));
    }

    private static List<JsonNode> values(JsonNode schema) {
        List<JsonNode> values = new ArrayList<>();
        schema.path("enum").forEach(values::add);
        if (schema.has("const")) {
            values.add(schema.path("const"));
        }
        return values;
    }

    private static @Nullable Format format(Document document, JsonNode schema, String place) {
        if (!schema.has("format")) {
            return null;
        }
        String name = schema.path("format").asText();
        return Format.named(name).orElseThrow(() -> document.malformed(place, "has the unknown format " + name));
    }

    private static @Nullable Pattern pattern(Document document, JsonNode schema, String place) {
        if (!schema.has("pattern")) {
            return null;
        }
        try {
            return Pattern.compile(schema.path("pattern").asText());
        } catch (PatternSyntaxException malformed) {
            throw document.malformed(place, "has a malformed pattern: " + malformed.getDescription());
        }
    }

    private static @Nullable BigDecimal bound(@Nullable JsonNode value) {
        return value == null ? null : value.decimalValue();
    }
}
