package dev.gangway.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.workflow.Expression;
import dev.gangway.workflow.ExpressionException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How what came becomes the input of a run: jq expressions over it, with `$trigger` for how it came. Pure.
///
/// @param condition whether a run is started; null for always
/// @param input what the run gets; null for all that came
/// @param dedupKey a text: at most one run of the workflow has it; null for what the occasion itself knows
public record Mapping(
        @Nullable String condition,
        @Nullable String input,
        @Nullable String dedupKey) {
    static final Mapping NONE = new Mapping(null, null, null);

    private static final String TRIGGER = "trigger";

    /// A run to start.
    ///
    /// @param dedupKey null for none
    record Start(JsonNode input, @Nullable String dedupKey) {}

    /// @throws ExpressionException naming the member that is no good expression
    void check() throws ExpressionException {
        check("condition", condition);
        check("input", input);
        check("dedup_key", dedupKey);
    }

    private static void check(String member, @Nullable String jq) throws ExpressionException {
        if (jq == null) {
            return;
        }
        try {
            compiled(jq);
        } catch (ExpressionException flawed) {
            throw new ExpressionException(member + ": " + flawed.getMessage());
        }
    }

    /// @param came what came, all of it
    /// @param about how it came
    /// @param known a deduplication key that the occasion has of its own; null for none
    /// @return empty when the condition does not hold
    /// @throws ExpressionException when an expression fails on what came
    Optional<Start> of(JsonNode came, ObjectNode about, @Nullable String known) throws ExpressionException {
        if (condition != null && !compiled(condition).holds(came, Map.of(TRIGGER, about))) {
            return Optional.empty();
        }
        JsonNode shaped = input == null ? came : evaluated(input, came, about);
        return Optional.of(new Start(shaped, dedupKey == null ? known : key(evaluated(dedupKey, came, about))));
    }

    private static JsonNode evaluated(String jq, JsonNode came, ObjectNode about) throws ExpressionException {
        return compiled(jq).evaluate(came, Map.of(TRIGGER, about));
    }

    private static Expression compiled(String jq) throws ExpressionException {
        return Expression.of(jq, Set.of(TRIGGER));
    }

    private static @Nullable String key(JsonNode value) throws ExpressionException {
        if (value.isNull()) {
            return null;
        }
        if (value.isContainerNode() || value.asText().isBlank()) {
            throw new ExpressionException("dedup_key: must yield a text or a number, not " + value + ".");
        }
        return value.asText();
    }
}
