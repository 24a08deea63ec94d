package dev.gangway.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import org.jspecify.annotations.Nullable;

/// The errors of JSON-RPC 2.0 that we answer with.
enum RpcError {
    PARSE_ERROR(-32_700),
    INVALID_REQUEST(-32_600),
    METHOD_NOT_FOUND(-32_601),
    INVALID_PARAMS(-32_602);

    private final int code;

    RpcError(int code) {
        this.code = code;
    }

    /// @param id of the request; null when it is not known
    ObjectNode of(@Nullable JsonNode id, String message) {
        ObjectNode json = Json.object().put("jsonrpc", "2.0");
        json.set("id", id == null ? NullNode.instance : id);
        json.putObject("error").put("code", code).put("message", message);
        return json;
    }
}
