package dev.gangway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import dev.gangway.catalog.Shape.Literal;
import dev.gangway.catalog.Shape.Many;
import dev.gangway.catalog.Shape.Numeric;
import dev.gangway.catalog.Shape.OrNull;
import dev.gangway.catalog.Shape.Text;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rules of a shape by their JSON Schema keywords, for rows; always in the same order.
final class Constraints {
    private final Map<String, JsonNode> rules = new LinkedHashMap<>();

    private Constraints() {}

    static Map<String, JsonNode> of(Shape shape) {
        Constraints constraints = new Constraints();
        constraints.add(shape);
        return Collections.unmodifiableMap(constraints.rules);
    }

    private void add(Shape shape) {
        switch (shape) {
            case Text text -> add(text);
            case Numeric numeric -> {
                bound("minimum", numeric.least());
                bound("maximum", numeric.most());
            }
            case Many many -> {
                count("minItems", many.least(), 0);
                count("maxItems", many.most(), Integer.MAX_VALUE);
                if (many.unique()) {
                    rules.put("uniqueItems", BooleanNode.TRUE);
                }
            }
            case Literal literal -> rules.put("enum", Json.array().addAll(literal.values()));
            case OrNull orNull -> add(orNull.shape());
            case Shape.Anything _, Shape.Truth _, Shape.Nothing _, Shape.Members _, Shape.Either _, Shape.Link _ -> {}
        }
    }

    private void add(Text text) {
        Format format = text.format();
        if (format != null) {
            rules.put("format", TextNode.valueOf(format.keyword()));
        }
        if (!text.values().isEmpty()) {
            ArrayNode values = Json.array();
            text.values().forEach(values::add);
            rules.put("enum", values);
        }
        count("minLength", text.least(), 0);
        count("maxLength", text.most(), Integer.MAX_VALUE);
        if (text.pattern() != null) {
            rules.put("pattern", TextNode.valueOf(text.pattern().pattern()));
        }
    }

    private void count(String keyword, int number, int unsaid) {
        if (number != unsaid) {
            rules.put(keyword, IntNode.valueOf(number));
        }
    }

    private void bound(String keyword, @Nullable BigDecimal number) {
        if (number != null) {
            rules.put(keyword, DecimalNode.valueOf(number));
        }
    }
}
