package dev.gangway.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Calls as entries of an HTTP Archive 1.2, which browsers and many tools read. Headers are not kept, so there are
/// none. Pure.
final class Har {
    /// What stands before the entries.
    static final String BEGINNING = """
            {"log": {"version": "1.2", "creator": {"name": "Gangway", "version": "0.1.0"}, "entries": [
            """;

    /// What stands after them.
    static final String END = "\n]}}\n";

    private Har() {}

    /// @param scheme of its URL
    static ObjectNode entry(CallRecord call, String scheme) {
        double whole = call.micros() / 1_000.0;
        double wait = call.upstreamMicros() / 1_000.0;
        ObjectNode entry = Json.object().put("startedDateTime", call.at().toString());
        entry.put("time", whole);
        entry.set("request", request(call, scheme));
        entry.set("response", response(call));
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", wait).put("receive", Math.max(0, whole - wait));
        entry.put("comment", call.connection() + ", " + call.caller() + ", " + call.requestId());
        return entry;
    }

    private static ObjectNode request(CallRecord call, String scheme) {
        ObjectNode request = message().put("method", call.method());
        request.put("url", scheme + "://" + call.host() + call.path());
        parameters(request.putArray("queryString"), call.path());
        request.put("bodySize", call.bytesUp());
        if (call.requestBody() != null) {
            request.putObject("postData").put("mimeType", "application/json").put("text", call.requestBody());
        }
        return request;
    }

    private static void parameters(ArrayNode list, String path) {
        int mark = path.indexOf('?');
        if (mark < 0) {
            return;
        }
        for (String parameter : path.substring(mark + 1).split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            list.addObject().put("name", plain(parts[0])).put("value", parts.length < 2 ? "" : plain(parts[1]));
        }
    }

    private static String plain(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return text;
        }
    }

    private static ObjectNode response(CallRecord call) {
        Integer status = call.status();
        ObjectNode response = message().put("status", status == null ? 0 : status);
        response.put("statusText", call.error() == null ? "" : call.error());
        response.put("redirectURL", "");
        response.put("bodySize", call.bytesDown());
        ObjectNode content = response.putObject("content").put("size", call.bytesDown());
        content.put("mimeType", "application/json");
        if (call.responseBody() != null) {
            content.put("text", call.responseBody());
        }
        return response;
    }

    private static ObjectNode message() {
        ObjectNode message = Json.object().put("httpVersion", "HTTP/1.1").put("headersSize", -1);
        message.putArray("cookies");
        message.putArray("headers");
        return message;
    }
}
