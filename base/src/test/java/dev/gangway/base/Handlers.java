package dev.gangway.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Calls a table's handlers by operation, as the edge does once it has let the caller in.
///
/// @param caller who every call is from
public record Handlers(RouteTable table, Caller caller) {
    /// Calls without a body.
    ///
    /// @param parameters of the path and of the query, by name
    public Answer call(String operation, Map<String, String> parameters) {
        return call(operation, parameters, "");
    }

    public Answer call(String operation, Map<String, String> parameters, String body) {
        Route route = table.routes().stream()
                .filter(candidate -> candidate.operation().equals(operation))
                .findFirst()
                .orElseThrow();
        Map<String, String> path = new HashMap<>(parameters);
        path.keySet().removeIf(name -> !route.path().contains("{" + name + "}"));
        Map<String, String> query = new HashMap<>(parameters);
        query.keySet().removeAll(path.keySet());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return route.handler()
                .handle(new Request(Ids.request(), route, path, query, name -> Optional.empty(), bytes, caller));
    }

    /// The answer's body as JSON; a MissingNode when it has none.
    public static JsonNode json(Answer answer) {
        return switch (answer.body()) {
            case Answer.Body.Bytes(byte[] bytes) -> bytes.length == 0 ? MissingNode.getInstance() : Json.parse(bytes);
            case Answer.Body.Stream _ -> throw new IllegalArgumentException("a stream");
        };
    }
}
