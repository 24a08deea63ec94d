package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.RowReader.Direction;
import dev.gangway.openapi.RowReader.Site;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Makes one row of what a schema says.
final class RowMaker {
    private static final int MOST_VALUES = 2_000;
    private static final int DEEPEST_EXAMPLE = 40;
    private static final int LONGEST_PATTERN = 1_000; // characters

    private final Markdown markdown;

    RowMaker(Markdown markdown) {
        this.markdown = markdown;
    }

    Row row(Site site, String name, Shape shape, Direction direction, boolean cut, int repeats) {
        JsonNode schema = shape.schema();
        List<JsonNode> values = values(schema, shape.type());
        boolean secret = SecretNames.isSecret(schema, name, shape.type(), site.secret(), !values.isEmpty());
        return new Row(
                site.parent(),
                site.role(),
                site.path(),
                name,
                shape.type(),
                schema.path("format").asText(schema.path("contentEncoding").asText("")),
                site.required(),
                site.requiredIfParent(),
                shape.nullable(),
                values,
                limits(schema, shape.type()),
                markdown.html(schema.path("description").asText("")),
                schema.path("deprecated").asBoolean(),
                schema.path("readOnly").asBoolean(),
                schema.path("writeOnly").asBoolean(),
                !cut && shape.type() == Row.Type.OBJECT && isClosed(schema),
                cut,
                "",
                secret,
                example(schema),
                shown(schema.get("default")),
                repeats);
    }

    static boolean isClosed(JsonNode schema) {
        return isFalse(schema.path("additionalProperties")) || isFalse(schema.path("unevaluatedProperties"));
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.asBoolean();
    }

    private static List<JsonNode> values(JsonNode schema, Row.Type type) {
        if (type == Row.Type.ONE_OF || type == Row.Type.ANY_OF) {
            return List.of();
        }
        if (schema.has("const")) {
            return List.of(schema.path("const"));
        }
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode value : schema.path("enum")) {
            if (!value.isNull() && shown(value) != null && values.size() < MOST_VALUES) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private static @Nullable JsonNode example(JsonNode schema) {
        JsonNode first =
                schema.path("examples").isArray() ? schema.path("examples").get(0) : null;
        return shown(schema.has("example") ? schema.get("example") : first);
    }

    /// A value worth keeping: not one that is deeper than anybody reads.
    static @Nullable JsonNode shown(@Nullable JsonNode value) {
        return value == null || isDeeper(value, DEEPEST_EXAMPLE) ? null : value;
    }

    private static boolean isDeeper(JsonNode value, int levels) {
        if (!value.isContainerNode()) {
            return false;
        }
        if (levels == 0) {
            return true;
        }
        for (JsonNode part : value) {
            if (isDeeper(part, levels - 1)) {
                return true;
            }
        }
        return false;
    }

    private static Limits limits(JsonNode schema, Row.Type type) {
        Limits limits = switch (type) {
            case INTEGER, NUMBER -> ofNumber(schema);
            case STRING -> of(schema, "minLength", "maxLength", pattern(schema), false);
            case ARRAY ->
                of(
                        schema,
                        "minItems",
                        "maxItems",
                        "",
                        schema.path("uniqueItems").asBoolean());
            case OBJECT, MAP -> of(schema, "minProperties", "maxProperties", "", false);
            case BOOLEAN, NULL, FILE, ONE_OF, ANY_OF, ANY -> Limits.NONE;
        };
        return limits.equals(Limits.NONE) ? Limits.NONE : limits;
    }

    private static Limits of(JsonNode schema, String least, String most, String pattern, boolean unique) {
        return new Limits(number(schema, least), number(schema, most), null, null, null, pattern, unique);
    }

    /// `exclusiveMinimum` is a number in OpenAPI 3.1, and until 3.0 a word on `minimum`.
    private static Limits ofNumber(JsonNode schema) {
        BigDecimal least = number(schema, "minimum");
        BigDecimal most = number(schema, "maximum");
        boolean above = schema.path("exclusiveMinimum").asBoolean(false);
        boolean below = schema.path("exclusiveMaximum").asBoolean(false);
        BigDecimal multiple = number(schema, "multipleOf");
        return new Limits(
                above ? null : least,
                below ? null : most,
                above ? least : number(schema, "exclusiveMinimum"),
                below ? most : number(schema, "exclusiveMaximum"),
                multiple == null || multiple.signum() <= 0 ? null : multiple,
                "",
                false);
    }

    private static @Nullable BigDecimal number(JsonNode schema, String keyword) {
        JsonNode value = schema.path(keyword);
        return value.isNumber() ? value.decimalValue() : null;
    }

    private static String pattern(JsonNode schema) {
        String pattern = schema.path("pattern").asText("");
        if (pattern.length() > LONGEST_PATTERN) {
            return "";
        }
        try {
            return Pattern.compile(pattern).pattern();
        } catch (PatternSyntaxException foreign) {
            return "";
        }
    }
}
