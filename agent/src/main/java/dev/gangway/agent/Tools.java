package dev.gangway.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Caller;
import dev.gangway.base.Ids;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.gateway.Connection;
import dev.gangway.provider.SearchHit;
import dev.gangway.step.Steps;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.WorkflowError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The four tools.
final class Tools {
    private static final WorldId WORLD = WorldId.MAIN;
    private static final int HITS = 20;
    private static final int LARGEST = 100_000; // characters of an answer that a model is given

    private final Within within;
    private final Steps steps;

    Tools(Within within, Steps steps) {
        this.within = within;
        this.steps = steps;
    }

    List<Tool> all() {
        return List.of(
                new Tool(
                        "search_operations",
                        "Search operations",
                        "Finds API operations by what they do, their name, path, fields, values or error codes. Answers provider"
                                + " and operation of each, best first. Then use describe_operation.",
                        new ToolSchema()
                                .required("query", "string", "Words, or the beginnings of words.")
                                .optional("provider", "string", "Only operations of this provider.")
                                .json(),
                        true,
                        this::search),
                new Tool(
                        "describe_operation",
                        "Describe an operation",
                        "Tells how to call an operation: its parameters, the fields of its body, an example, its answers. Read this"
                                + " before call_operation.",
                        new ToolSchema()
                                .required("provider", "string", "As search_operations says.")
                                .required("operation", "string", "As search_operations says.")
                                .json(),
                        true,
                        this::describe),
                new Tool(
                        "list_connections",
                        "List connections",
                        "Lists the connections that calls can go over: whose API each leads to, and whether it is a sandbox. Their"
                                + " credentials are filled in by the server and never shown.",
                        new ToolSchema().json(),
                        true,
                        this::connections),
                new Tool(
                        "call_operation",
                        "Call an operation",
                        "Calls an operation over a connection and answers its status and body, with secret values masked. Send no"
                                + " credentials. What the operation would refuse is refused here, with the reason.",
                        new ToolSchema()
                                .required("connection", "string", "A name from list_connections.")
                                .required("operation", "string", "An operation of the connection's provider.")
                                .optional(
                                        "parameters",
                                        "object",
                                        "Values by the names that describe_operation gives; the body under `body`.")
                                .json(),
                        false,
                        this::call));
    }

    private JsonNode search(Caller caller, JsonNode arguments) throws ToolRefusal {
        String query = Tool.text(arguments, "query");
        String provider = arguments.path("provider").asText("");
        List<SearchHit> hits = within.providers()
                .search(WORLD, query, provider.isEmpty() ? null : provider, HITS)
                .hits();
        ObjectNode found = Json.object();
        ArrayNode operations = found.putArray("operations");
        hits.stream()
                .filter(hit -> within.knows(caller, hit.provider())
                        && caller.mayUse(hit.operation().id()))
                .forEach(hit -> operations
                        .addObject()
                        .put("provider", hit.provider())
                        .put("operation", hit.operation().id())
                        .put("method", hit.operation().method())
                        .put("path", hit.operation().path())
                        .put("summary", hit.operation().summary()));
        return found;
    }

    private JsonNode describe(Caller caller, JsonNode arguments) throws ToolRefusal {
        String provider = Tool.text(arguments, "provider");
        return Described.operation(provider, within.operation(caller, provider, Tool.text(arguments, "operation")));
    }

    private JsonNode connections(Caller caller, JsonNode arguments) {
        ObjectNode all = Json.object();
        ArrayNode list = all.putArray("connections");
        within.connections(caller)
                .forEach(connection -> list.addObject()
                        .put("connection", connection.name())
                        .put("provider", connection.provider())
                        .put("environment", connection.environment()));
        return all;
    }

    private JsonNode call(Caller caller, JsonNode arguments) throws ToolRefusal {
        Connection connection = within.connection(caller, Tool.text(arguments, "connection"));
        String operation = Tool.text(arguments, "operation");
        within.operation(caller, connection.provider(), operation);
        ObjectNode step = Json.object()
                .put("provider", connection.provider())
                .put("operation", operation)
                .put("connection", connection.name());
        step.set("parameters", arguments.has("parameters") ? arguments.get("parameters") : Json.object());
        return switch (steps.operation(WORLD, caller, Ids.hex(32), step)) {
            case Outcome.Done(JsonNode response) -> bounded(response);
            case Outcome.Failed(WorkflowError error) -> throw new ToolRefusal(error.detail(), refusal(error));
        };
    }

    private static ObjectNode refusal(WorkflowError error) {
        ObjectNode json = Json.object().put("error", error.detail().isEmpty() ? error.title() : error.detail());
        @Nullable JsonNode response = error.response();
        if (response != null) {
            json.set("response", bounded(response));
        }
        return json;
    }

    /// A model is not given more than it can read.
    private static JsonNode bounded(JsonNode response) {
        String text = Json.text(response.path("body"));
        if (text.length() <= LARGEST) {
            return response;
        }
        return Json.object()
                .put("status", response.path("status").asInt())
                .put(
                        "left_out",
                        "The answer has %d characters; these are the first %d of them."
                                .formatted(text.length(), LARGEST))
                .put("body", text.substring(0, LARGEST));
    }
}
