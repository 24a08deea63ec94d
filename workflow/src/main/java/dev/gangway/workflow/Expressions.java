package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.util.Map;
import java.util.Optional;

/// Runtime expressions: a text that is `${ … }` as a whole stands for what the jq in it yields; every other value
/// stands for itself.
final class Expressions {
    private Expressions() {}

    /// The jq of `text`; empty when it is no expression.
    static Optional<String> jq(String text) {
        String trimmed = text.strip();
        return (trimmed.startsWith("${") && trimmed.endsWith("}"))
                ? Optional.of(trimmed.substring(2, trimmed.length() - 1).strip())
                : Optional.empty();
    }

    /// The jq of a place where an expression is expected, with or without `${ }`.
    static String condition(String text) {
        return jq(text).orElse(text);
    }

    static boolean isExpression(JsonNode node) {
        return node.isTextual() && jq(node.textValue()).isPresent();
    }

    /// `node` with each expression in it, however deep, replaced by what it yields.
    ///
    /// @throws Jq.Refused when an expression fails
    static JsonNode evaluate(JsonNode node, JsonNode input, Map<String, JsonNode> variables) {
        if (node.isTextual()) {
            return jq(node.textValue())
                    .map(jq -> Jq.evaluate(jq, input, variables))
                    .orElse(node);
        }
        if (node.isObject()) {
            ObjectNode object = Json.object();
            node.properties()
                    .forEach(member -> object.set(member.getKey(), evaluate(member.getValue(), input, variables)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = Json.array();
            node.forEach(item -> array.add(evaluate(item, input, variables)));
            return array;
        }
        return node;
    }

    /// Whether a condition holds: everything but false and null does.
    ///
    /// @throws Jq.Refused when an expression fails
    static boolean holds(JsonNode condition, JsonNode input, Map<String, JsonNode> variables) {
        JsonNode value =
                condition.isTextual() ? Jq.evaluate(condition(condition.textValue()), input, variables) : condition;
        return isTrue(value);
    }

    static boolean isTrue(JsonNode value) {
        return !value.isNull() && !(value.isBoolean() && !value.booleanValue());
    }
}
