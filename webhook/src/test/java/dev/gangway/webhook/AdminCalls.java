package dev.gangway.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Answer;
import dev.gangway.base.Caller;
import dev.gangway.base.Json;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Calls the handlers of a route table as the edge does, by their operation.
record AdminCalls(RouteTable table) {
    JsonNode get(String operation, Map<String, String> path, Map<String, String> query) {
        return json(call(operation, path, query, ""));
    }

    JsonNode send(String operation, Map<String, String> path, String body) {
        return json(call(operation, path, Map.of(), body));
    }

    /// @throws dev.gangway.base.ProblemException as the handler does
    Answer call(String operation, Map<String, String> path, Map<String, String> query, String body) {
        Route route = table.routes().stream()
                .filter(candidate -> candidate.operation().equals(operation))
                .findFirst()
                .orElseThrow();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Caller caller = new Caller("token:tok_test", true);
        return route.handler().handle(new Request("req", route, path, query, _ -> Optional.empty(), bytes, caller));
    }

    private static JsonNode json(Answer answer) {
        return Json.parse(((Answer.Body.Bytes) answer.body()).bytes());
    }
}
