package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// Holds expressions against the rules of [Jq].
final class ExpressionCheck {
    private final Flaws flaws;

    ExpressionCheck(Flaws flaws) {
        this.flaws = flaws;
    }

    /// Every expression in `node`, however deep.
    void values(JsonNode node, String pointer, Set<String> variables) {
        if (node.isTextual()) {
            Expressions.jq(node.textValue()).ifPresent(jq -> jq(jq, pointer, variables));
        }
        node.properties().forEach(it -> values(it.getValue(), Pointers.child(pointer, it.getKey()), variables));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            values(node.get(index), Pointers.child(pointer, index), variables);
        }
    }

    /// A place where an expression is expected, if anything.
    void condition(JsonNode node, String pointer, Set<String> variables) {
        if (node.isTextual()) {
            jq(Expressions.condition(node.textValue()), pointer, variables);
        } else if (!node.isMissingNode() && !node.isBoolean()) {
            flaws.add(pointer, "Here must be an expression.");
        }
    }

    private void jq(String expression, String pointer, Set<String> variables) {
        try {
            Jq.check(expression, variables);
        } catch (Jq.Refused refused) {
            flaws.add(pointer, String.valueOf(refused.getMessage()));
        }
    }
}
