package dev.gangway.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a handler answers; the edge adds `x-request-id`.
///
/// @param status the HTTP status
/// @param headers by name, `Content-Type` among them when there is a body
/// @param body what is written
public record Answer(int status, Map<String, String> headers, Body body) {
    public static final String JSON = "application/json; charset=utf-8";

    /// What is written after the headers.
    public sealed interface Body {
        /// All of it, in memory.
        record Bytes(byte[] bytes) implements Body {}

        /// Written as it is made, for exports that may be large.
        record Stream(Writer writer) implements Body {}

        @FunctionalInterface
        interface Writer {
            void write(OutputStream out) throws IOException;
        }
    }

    /// 200 with `value` as JSON.
    public static Answer ok(Object value) {
        return json(200, value);
    }

    public static Answer created(Object value) {
        return json(201, value);
    }

    public static Answer noContent() {
        return new Answer(204, Map.of(), new Body.Bytes(new byte[0]));
    }

    public static Answer json(int status, Object value) {
        return bytes(status, JSON, Json.bytes(value));
    }

    public static Answer bytes(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), new Body.Bytes(body));
    }

    public static Answer stream(String contentType, Body.Writer writer) {
        return new Answer(200, Map.of("Content-Type", contentType), new Body.Stream(writer));
    }

    public Answer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
