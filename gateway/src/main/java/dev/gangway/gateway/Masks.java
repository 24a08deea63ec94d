package dev.gangway.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.base.MalformedJson;
import dev.gangway.openapi.Masking;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.Row;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Bodies and queries as the call log may keep them, and agents may see them. Pure.
final class Masks {
    private static final String NOT_SHOWN = "(not shown: it cannot be masked)";

    private Masks() {}

    /// @param operation null when it is not known: then names alone tell what is secret
    static String request(byte[] body, @Nullable OperationModel operation, Collection<String> literals) {
        List<Row> rows = operation == null
                ? List.of()
                : operation.request().map(Media::rows).orElse(List.of());
        return body(body, rows, literals);
    }

    static String response(byte[] body, int status, @Nullable OperationModel operation, Collection<String> literals) {
        return body(body, operation == null ? List.of() : rows(operation, status), literals);
    }

    private static List<Row> rows(OperationModel operation, int status) {
        String exact = Integer.toString(status);
        return Stream.of(exact, exact.charAt(0) + "XX", "default")
                .flatMap(wanted -> operation.responses().stream()
                        .filter(response -> response.status().equals(wanted)))
                .flatMap(response -> response.content().stream())
                .findFirst()
                .map(Media::rows)
                .orElse(List.of());
    }

    private static String body(byte[] body, List<Row> rows, Collection<String> literals) {
        if (body.length == 0) {
            return "";
        }
        try {
            JsonNode masked = Masking.json(Json.parse(body), rows, literals);
            return Json.text(masked);
        } catch (MalformedJson notJson) {
            return NOT_SHOWN;
        }
    }

    /// Path and query, with the values of query parameters that are called as secrets are masked.
    static String path(String path, String query, Collection<String> literals) {
        return path(path, query, literals, Set.of());
    }

    /// @param secret names of query parameters whose values are masked as well
    static String path(String path, String query, Collection<String> literals, Set<String> secret) {
        String shown = query.isEmpty()
                ? path
                : path + "?"
                        + Stream.of(query.split("&", -1))
                                .map(pair -> pair(pair, secret))
                                .collect(Collectors.joining("&"));
        return Masking.text(new String(shown.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII), literals);
    }

    private static String pair(String pair, Set<String> secret) {
        String name = pair.split("=", 2)[0];
        return Masking.isSecretName(name) || secret.contains(name) ? name + "=" + Masking.MASK : pair;
    }
}
