package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/// Holds `catch` blocks and retry policies against the rules.
final class CatchCheck {
    private final JsonNode retries;
    private final ExpressionCheck expressions;
    private final Flaws flaws;

    /// @param retries the policies that the definition gives names to
    CatchCheck(JsonNode retries, ExpressionCheck expressions, Flaws flaws) {
        this.retries = retries;
        this.expressions = expressions;
        this.flaws = flaws;
    }

    /// The variables that tasks within the block may use.
    Set<String> check(JsonNode caught, String pointer, Set<String> variables) {
        Set<String> inside = new HashSet<>(variables);
        if (!Shapes.object(caught, pointer, flaws)) {
            return inside;
        }
        inside.add(caught.path("as").asText("error"));
        Shapes.known(caught, pointer, Set.of("errors", "as", "when", "exceptWhen", "retry", "do"), flaws);
        Shapes.known(caught.path("errors"), pointer + "/errors", Set.of("with"), flaws);
        Shapes.known(
                caught.path("errors").path("with"),
                pointer + "/errors/with",
                Set.of("type", "status", "instance"),
                flaws);
        expressions.condition(caught.path("when"), pointer + "/when", inside);
        expressions.condition(caught.path("exceptWhen"), pointer + "/exceptWhen", inside);
        JsonNode retry = caught.path("retry");
        if (retry.isTextual() && !retries.has(retry.textValue())) {
            flaws.add(pointer + "/retry", "There is no retry policy " + retry.textValue() + " under use.retries.");
        } else if (!retry.isTextual() && !retry.isMissingNode()) {
            retry(retry, pointer + "/retry", inside);
        }
        return inside;
    }

    void retry(JsonNode retry, String pointer, Set<String> variables) {
        Shapes.known(retry, pointer, Set.of("when", "exceptWhen", "delay", "backoff", "limit", "jitter"), flaws);
        expressions.condition(retry.path("when"), pointer + "/when", variables);
        expressions.condition(retry.path("exceptWhen"), pointer + "/exceptWhen", variables);
        Shapes.known(retry.path("limit"), pointer + "/limit", Set.of("attempt", "duration"), flaws);
        if (retry.has("delay")) {
            Shapes.span(retry.get("delay"), pointer + "/delay", flaws);
        }
        if (retry.path("limit").has("duration")) {
            Shapes.span(retry.at("/limit/duration"), pointer + "/limit/duration", flaws);
        }
        for (String end : new String[] {"from", "to"}) {
            if (retry.has("jitter")) {
                Shapes.span(retry.path("jitter").path(end), pointer + "/jitter/" + end, flaws);
            }
        }
        if (retry.at("/limit/attempt/count").asInt(0) < 1
                && !retry.at("/limit/duration").isValueNode()) {
            flaws.add(pointer, "A retry policy has a limit, such as limit: {attempt: {count: 5}}.");
        }
        Shapes.known(retry.path("backoff"), pointer + "/backoff", Set.of("constant", "linear", "exponential"), flaws);
    }
}
