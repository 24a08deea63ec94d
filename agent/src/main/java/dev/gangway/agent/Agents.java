package dev.gangway.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Access;
import dev.gangway.base.Answer;
import dev.gangway.base.Json;
import dev.gangway.base.MalformedJson;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.gateway.Gateway;
import dev.gangway.provider.Providers;
import dev.gangway.step.Steps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The Model Context Protocol at `/mcp`: streamable HTTP without a session, each request answered with one JSON
/// document. Thread-safe.
public final class Agents implements RouteTable {
    public static final String PATH = "/mcp";

    private static final List<String> PROTOCOLS = List.of("2025-11-25", "2025-06-18", "2025-03-26"); // newest first
    private static final String PROTOCOL_HEADER = "MCP-Protocol-Version";
    private static final String INSTRUCTIONS =
            "Find an operation with search_operations, read it with describe_operation, choose a connection with"
                    + " list_connections (a sandbox unless told otherwise), then call_operation.";

    private final Map<String, Tool> tools = new LinkedHashMap<>();
    private final String release;

    /// @param release of this product, for the handshake
    public Agents(Gateway gateway, Providers providers, Steps steps, String release) {
        this.release = release;
        new Tools(new Within(gateway, providers), steps).all().forEach(tool -> tools.put(tool.name(), tool));
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("POST", PATH, "speakMcp", Access.GATEWAY, this::answer));
    }

    private Answer answer(Request request) {
        if (request.header(PROTOCOL_HEADER)
                .filter(version -> !PROTOCOLS.contains(version))
                .isPresent()) {
            return Answer.json(400, RpcError.INVALID_REQUEST.of(null, PROTOCOL_HEADER + ": one of " + PROTOCOLS));
        }
        JsonNode message;
        try {
            message = Json.parse(request.body());
        } catch (MalformedJson malformed) {
            return Answer.json(400, RpcError.PARSE_ERROR.of(null, malformed.reason()));
        }
        if (!message.isObject() || !message.path("jsonrpc").asText().equals("2.0")) {
            return Answer.json(400, RpcError.INVALID_REQUEST.of(null, "one JSON-RPC 2.0 message is needed"));
        }
        JsonNode id = message.get("id");
        if (id == null || !message.has("method")) { // a notification, or an answer to nothing that we asked
            return new Answer(202, Map.of(), new Answer.Body.Bytes(new byte[0]));
        }
        return Answer.ok(result(message.path("method").asText(), message.path("params"), id, request));
    }

    private ObjectNode result(String method, JsonNode params, JsonNode id, Request request) {
        return switch (method) {
            case "initialize" -> done(id, hello(params));
            case "ping" -> done(id, Json.object());
            case "tools/list" -> done(id, list());
            case "tools/call" -> call(id, params, request);
            default -> RpcError.METHOD_NOT_FOUND.of(id, "there is no method " + method);
        };
    }

    private static ObjectNode done(JsonNode id, JsonNode result) {
        ObjectNode message = Json.object().put("jsonrpc", "2.0");
        message.set("id", id);
        message.set("result", result);
        return message;
    }

    private ObjectNode hello(JsonNode params) {
        String wanted = params.path("protocolVersion").asText();
        ObjectNode hello =
                Json.object().put("protocolVersion", PROTOCOLS.contains(wanted) ? wanted : PROTOCOLS.getFirst());
        hello.putObject("capabilities").putObject("tools");
        hello.putObject("serverInfo")
                .put("name", "gangway")
                .put("title", "Gangway")
                .put("version", release);
        return hello.put("instructions", INSTRUCTIONS);
    }

    private ObjectNode list() {
        ObjectNode list = Json.object();
        ArrayNode all = list.putArray("tools");
        tools.values().forEach(tool -> all.add(tool.json()));
        return list;
    }

    private ObjectNode call(JsonNode id, JsonNode params, Request request) {
        String name = params.path("name").asText();
        @Nullable Tool tool = tools.get(name);
        if (tool == null) {
            return RpcError.INVALID_PARAMS.of(id, "there is no tool " + name);
        }
        JsonNode arguments = params.has("arguments") ? params.get("arguments") : Json.object();
        try {
            return done(id, told(tool.work().of(request.caller(), arguments), false));
        } catch (ToolRefusal refusal) {
            return done(id, told(refusal.told(), true));
        }
    }

    private static ObjectNode told(JsonNode value, boolean isError) {
        ObjectNode result = Json.object();
        result.putArray("content").addObject().put("type", "text").put("text", Json.text(value));
        result.set("structuredContent", value);
        return result.put("isError", isError);
    }
}
