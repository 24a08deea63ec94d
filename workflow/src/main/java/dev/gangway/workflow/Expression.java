package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/// One jq expression outside a definition: as pure and as bounded as those within.
public final class Expression {
    private final String jq;

    private Expression(String jq) {
        this.jq = jq;
    }

    /// @param text jq, with or without `${ }`
    /// @param variables the names that it may use, without `$`
    /// @throws ExpressionException when it is not jq, or uses what is unknown or impure
    public static Expression of(String text, Set<String> variables) throws ExpressionException {
        String jq = Expressions.condition(text);
        try {
            Jq.check(jq, variables);
        } catch (Jq.Refused refused) {
            throw new ExpressionException(String.valueOf(refused.getMessage()));
        }
        return new Expression(jq);
    }

    /// Whether it holds, as a condition: it yields neither false nor null.
    ///
    /// @throws ExpressionException as [#evaluate]
    public boolean holds(JsonNode input, Map<String, JsonNode> variables) throws ExpressionException {
        return Expressions.isTrue(evaluate(input, variables));
    }

    /// The one value that it yields; null when it yields none.
    ///
    /// @throws ExpressionException when it fails, yields several values, or does not end
    public JsonNode evaluate(JsonNode input, Map<String, JsonNode> variables) throws ExpressionException {
        try {
            return Jq.evaluate(jq, input, variables);
        } catch (Jq.Refused refused) {
            throw new ExpressionException(String.valueOf(refused.getMessage()));
        }
    }
}
