package dev.gangway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request to the admin API. Immutable.
///
/// @param method such as `PATCH`
/// @param path with its parameters filled in and percent-encoded
/// @param members what is asked with: query parameters of a GET, else the JSON body; empty means neither
record Call(String method, String path, ObjectNode members) {
    /// @param template such as `/api/v1/partners/{partner}`
    /// @param values fill the template's parameters from left to right
    static Call get(String template, String... values) {
        return of("GET", template, values);
    }

    static Call post(String template, String... values) {
        return of("POST", template, values);
    }

    static Call put(String template, String... values) {
        return of("PUT", template, values);
    }

    static Call patch(String template, String... values) {
        return of("PATCH", template, values);
    }

    static Call delete(String template, String... values) {
        return of("DELETE", template, values);
    }

    private static Call of(String method, String template, String... values) {
        String path = template;
        for (String value : values) {
            int from = path.indexOf('{');
            path = path.substring(0, from) + encode(value) + path.substring(path.indexOf('}') + 1);
        }
        return new Call(method, path, JsonText.object());
    }

    /// The same call asking with `name` too; null, which stands for an option that was not given, changes nothing.
    Call with(String name, @Nullable Object value) {
        ObjectNode more = members.deepCopy();
        JsonText.put(more, name, value);
        return new Call(method, path, more);
    }

    /// The same call with more members.
    Call withAll(ObjectNode others) {
        return new Call(method, path, members.deepCopy().setAll(others));
    }

    /// Path and query.
    String target() {
        if (!method.equals("GET") || members.isEmpty()) {
            return path;
        }
        return members.properties().stream()
                .map(member -> member.getKey() + "=" + encode(member.getValue().asText()))
                .collect(joining("&", path + "?", ""));
    }

    /// The JSON body; null when there is none.
    @Nullable
    JsonNode body() {
        boolean bodiless = List.of("GET", "DELETE").contains(method) || members.isEmpty();
        return bodiless ? null : members;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
