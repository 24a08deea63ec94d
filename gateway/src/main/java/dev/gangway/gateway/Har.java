package dev.gangway.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.util.List;

/// Calls as an HTTP Archive 1.2, which browsers and many tools read. Headers are not kept, so there are none. Pure.
final class Har {
    private Har() {}

    static ObjectNode of(List<CallRecord> calls) {
        ObjectNode log = Json.object().put("version", "1.2");
        log.putObject("creator").put("name", "Gangway").put("version", "0.1.0");
        ArrayNode entries = log.putArray("entries");
        calls.reversed().forEach(call -> entries.add(entry(call)));
        ObjectNode whole = Json.object();
        whole.set("log", log);
        return whole;
    }

    private static ObjectNode entry(CallRecord call) {
        double whole = call.micros() / 1_000.0;
        double wait = call.upstreamMicros() / 1_000.0;
        ObjectNode entry = Json.object().put("startedDateTime", call.at().toString());
        entry.put("time", whole);
        entry.set("request", request(call));
        entry.set("response", response(call));
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", wait).put("receive", Math.max(0, whole - wait));
        entry.put("comment", call.connection() + ", " + call.caller() + ", " + call.requestId());
        return entry;
    }

    private static ObjectNode request(CallRecord call) {
        ObjectNode request = message().put("method", call.method());
        request.put("url", "https://" + call.host() + call.path());
        request.putArray("queryString");
        request.put("bodySize", call.bytesUp());
        if (call.requestBody() != null) {
            request.putObject("postData").put("mimeType", "application/json").put("text", call.requestBody());
        }
        return request;
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
