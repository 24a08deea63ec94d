package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;

/// Which events a listening task waits for. Data, so that an engine can keep it.
///
/// @param attributes what attributes of the event must be, by name; `type` is among them
/// @param conditions expressions over the event that must hold
/// @param correlations expressions over the event, and what each must yield
public record EventFilter(Map<String, String> attributes, List<String> conditions, List<Correlation> correlations) {
    /// @param from an expression over the event
    /// @param expect its value
    public record Correlation(String from, JsonNode expect) {}

    /// The type of the events that can match.
    public String type() {
        return String.valueOf(attributes.get("type"));
    }

    /// Whether `event` is one of those. An expression that fails on it does not hold.
    public boolean matches(JsonNode event) {
        try {
            return attributes.entrySet().stream()
                            .allMatch(wanted ->
                                    event.path(wanted.getKey()).asText().equals(wanted.getValue()))
                    && conditions.stream()
                            .allMatch(condition -> Expressions.holds(TextNode.valueOf(condition), event, Map.of()))
                    && correlations.stream()
                            .allMatch(one -> same(
                                    Jq.evaluate(Expressions.condition(one.from()), event, Map.of()), one.expect()));
        } catch (Jq.Refused misfit) {
            return false;
        }
    }

    private static boolean same(JsonNode value, JsonNode expected) {
        return (value.isNumber() && expected.isNumber())
                ? value.decimalValue().compareTo(expected.decimalValue()) == 0
                : value.equals(expected);
    }
}
