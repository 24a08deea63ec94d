package dev.gangway.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.base.RawExchange.Header;
import dev.gangway.workflow.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Makes a request out of the arguments of a `call: http`: `{method, url, headers, query, body, connection}`.
final class UrlCall {
    private static final String TYPE = "Content-Type";

    private UrlCall() {}

    /// @param server where the connection leads, without a slash at its end
    static Prepared prepare(JsonNode arguments, String server, KeyHeader key) throws Misfit {
        String url = arguments.path("url").asText();
        String bare = url.replaceFirst("[?#].*$", "");
        String query = url.contains("?") ? url.substring(url.indexOf('?') + 1).replaceFirst("#.*$", "") : "";
        if (!bare.startsWith(server) || !(bare.length() == server.length() || bare.charAt(server.length()) == '/')) {
            throw new Misfit(
                    ErrorKind.CONFIGURATION,
                    "The connection %s leads to %s, and %s is not below that."
                            .formatted(arguments.path("connection").asText(), server, bare));
        }
        List<Header> headers = headers(arguments.path("headers"));
        boolean keyed = key.known() || key.isIn(headers);
        byte[] body = body(arguments.path("body"), headers);
        String more = Queries.of(arguments.path("query"));
        return new Prepared(
                arguments.path("connection").asText(),
                arguments.path("method").asText(),
                bare.length() == server.length() ? "/" : bare.substring(server.length()),
                query.isEmpty() || more.isEmpty() ? query + more : query + "&" + more,
                headers,
                body,
                key,
                keyed);
    }

    private static List<Header> headers(JsonNode given) throws Misfit {
        List<Header> headers = new ArrayList<>();
        for (var header : given.properties()) {
            String value = Queries.scalar(header.getValue(), "the header " + header.getKey());
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new Misfit(ErrorKind.VALIDATION, "The header " + header.getKey() + " has a control character.");
            }
            headers.add(new Header(header.getKey(), value));
        }
        return headers;
    }

    /// JSON, unless it is a text whose type somebody named.
    private static byte[] body(JsonNode body, List<Header> headers) {
        if (body.isMissingNode()) {
            return new byte[0];
        }
        boolean typed = headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(TYPE));
        if (body.isTextual() && typed) {
            return body.textValue().getBytes(StandardCharsets.UTF_8);
        }
        if (!typed) {
            headers.add(new Header(TYPE, "application/json"));
        }
        return Json.bytes(body);
    }
}
