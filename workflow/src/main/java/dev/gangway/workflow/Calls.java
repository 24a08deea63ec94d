package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Makes what goes through the port out of tasks: the arguments of steps, and subscriptions. Connections go by name.
final class Calls {
    private Calls() {}

    /// Arguments of [StepKind#HTTP].
    static ObjectNode http(JsonNode with, JsonNode input, Map<String, JsonNode> variables) {
        JsonNode endpoint = with.path("endpoint");
        JsonNode uri = endpoint.isObject() ? endpoint.path("uri") : endpoint;
        ObjectNode arguments = Json.object();
        arguments.put("method", with.path("method").asText().toUpperCase(Locale.ROOT));
        arguments.set("url", Expressions.evaluate(uri, input, variables));
        for (String part : List.of("headers", "query", "body")) {
            if (with.has(part)) {
                arguments.set(part, Expressions.evaluate(with.get(part), input, variables));
            }
        }
        return connected(arguments, endpoint.path("authentication"));
    }

    /// Arguments of [StepKind#OPENAPI].
    static ObjectNode operation(JsonNode with, JsonNode input, Map<String, JsonNode> variables) {
        ObjectNode arguments = Json.object();
        arguments.put("provider", CallCheck.provider(with));
        arguments.put("operation", with.path("operationId").asText());
        JsonNode parameters = with.has("parameters") ? with.get("parameters") : Json.object();
        arguments.set("parameters", Expressions.evaluate(parameters, input, variables));
        return connected(arguments, with.path("authentication"));
    }

    private static ObjectNode connected(ObjectNode arguments, JsonNode authentication) {
        if (authentication.has("use")) {
            arguments.set("connection", authentication.get("use"));
        }
        return arguments;
    }

    static Subscription subscription(JsonNode to, JsonNode input, Map<String, JsonNode> variables) {
        List<EventFilter> filters = new ArrayList<>();
        if (to.has("one")) {
            filters.add(filter(to.get("one"), input, variables));
        } else {
            (to.has("any") ? to.get("any") : to.path("all")).forEach(it -> filters.add(filter(it, input, variables)));
        }
        return new Subscription(to.has("all"), List.copyOf(filters));
    }

    private static EventFilter filter(JsonNode filter, JsonNode input, Map<String, JsonNode> variables) {
        Map<String, String> attributes = new TreeMap<>();
        Expressions.evaluate(filter.path("with"), input, variables)
                .properties()
                .forEach(it -> attributes.put(it.getKey(), it.getValue().asText()));
        List<EventFilter.Correlation> correlations = new ArrayList<>();
        filter.path("correlate")
                .properties()
                .forEach(it -> correlations.add(new EventFilter.Correlation(
                        it.getValue().path("from").asText(),
                        Expressions.evaluate(it.getValue().path("expect"), input, variables))));
        return new EventFilter(attributes, List.of(), List.copyOf(correlations));
    }

    static WorkflowError error(JsonNode error) {
        return new WorkflowError(
                error.path("type").asText(),
                error.path("status").asInt(),
                error.path("title").asText("Raised by the workflow"),
                error.path("detail").asText(""),
                "",
                null,
                null,
                null);
    }
}
