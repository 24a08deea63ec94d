package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import dev.gangway.workflow.EventFilter.Correlation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Many subscriptions, arranged so that it costs little to find those that an event matters to: filters that differ
/// only in the values that they expect are asked once.
public final class Listeners {
    private final Map<Question, Map<List<JsonNode>, List<String>>> byQuestion = new HashMap<>();

    /// What filters have in common.
    ///
    /// @param values expressions over the event
    private record Question(Map<String, String> attributes, List<String> conditions, List<String> values) {
        boolean fits(JsonNode event) {
            return new EventFilter(attributes, conditions, List.of()).matches(event);
        }

        List<JsonNode> answers(JsonNode event) {
            List<JsonNode> answers = new ArrayList<>();
            for (String value : values) {
                answers.add(plain(Jq.evaluate(Expressions.condition(value), event, Map.of())));
            }
            return answers;
        }
    }

    /// @param who names the subscriber
    public void add(String who, Subscription subscription) {
        for (EventFilter filter : subscription.filters()) {
            List<Correlation> correlations = filter.correlations();
            Question question = new Question(
                    filter.attributes(),
                    filter.conditions(),
                    correlations.stream().map(Correlation::from).toList());
            List<JsonNode> expected =
                    correlations.stream().map(one -> plain(one.expect())).toList();
            byQuestion
                    .computeIfAbsent(question, _ -> new HashMap<>())
                    .computeIfAbsent(expected, _ -> new ArrayList<>())
                    .add(who);
        }
    }

    /// Those of whose filters the event matches one.
    public Set<String> of(JsonNode event) {
        Set<String> found = new HashSet<>();
        byQuestion.forEach((question, byAnswer) -> {
            if (question.fits(event)) {
                try {
                    found.addAll(byAnswer.getOrDefault(question.answers(event), List.of()));
                } catch (Jq.Refused misfit) {
                    // it does not hold
                }
            }
        });
        return found;
    }

    /// Numbers are the same however they are written.
    private static JsonNode plain(JsonNode value) {
        return value.isNumber() ? DecimalNode.valueOf(value.decimalValue().stripTrailingZeros()) : value;
    }
}
