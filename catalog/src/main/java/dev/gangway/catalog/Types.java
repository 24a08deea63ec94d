package dev.gangway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.catalog.Shape.Anything;
import dev.gangway.catalog.Shape.Either;
import dev.gangway.catalog.Shape.Link;
import dev.gangway.catalog.Shape.Literal;
import dev.gangway.catalog.Shape.Many;
import dev.gangway.catalog.Shape.Members;
import dev.gangway.catalog.Shape.Nothing;
import dev.gangway.catalog.Shape.Numeric;
import dev.gangway.catalog.Shape.OrNull;
import dev.gangway.catalog.Shape.Text;
import dev.gangway.catalog.Shape.Truth;
import java.util.Locale;
import java.util.stream.Collectors;

/// The names of JSON's types.
final class Types {
    private Types() {}

    /// The type of every value that `shape` takes, null aside; joined by ` or ` when there are several.
    static String of(Shape shape) {
        return switch (shape) {
            case Text _ -> "string";
            case Numeric numeric -> numeric.whole() ? "integer" : "number";
            case Truth _ -> "boolean";
            case Nothing _ -> "null";
            case Many _ -> "array";
            case Members _, Link _ -> "object";
            case Anything _ -> "any";
            case OrNull orNull -> of(orNull.shape());
            case Literal literal ->
                literal.values().stream().map(Types::of).distinct().collect(Collectors.joining(" or "));
            case Either either ->
                either.alternatives().stream()
                        .map(one -> of(one.shape()))
                        .distinct()
                        .collect(Collectors.joining(" or "));
        };
    }

    private static String of(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /// Whether a value has one of the types of `shape`, whatever else is asked of it.
    static boolean fit(Shape shape, JsonNode value) {
        return switch (shape) {
            case Text _ -> value.isTextual();
            case Numeric _ -> value.isNumber();
            case Truth _ -> value.isBoolean();
            case Nothing _ -> value.isNull();
            case Many _ -> value.isArray();
            case Members _, Link _ -> value.isObject();
            case OrNull orNull -> value.isNull() || fit(orNull.shape(), value);
            case Either either -> either.alternatives().stream().anyMatch(one -> fit(one.shape(), value));
            case Anything _, Literal _ -> true;
        };
    }
}
