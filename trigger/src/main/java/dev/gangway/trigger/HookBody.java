package dev.gangway.trigger;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.base.MalformedJson;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// What a webhook says.
final class HookBody {
    /// The headers that expressions may see. None that can carry a credential is among them.
    static final List<String> TOLD = List.of(
            "content-type",
            "user-agent",
            "webhook-id",
            "webhook-timestamp",
            "x-github-event",
            "x-github-delivery",
            "x-gitlab-event",
            "x-event-type",
            "x-event-id",
            "x-request-id",
            "ce-id",
            "ce-source",
            "ce-type",
            "ce-subject");

    private static final String FORM = "application/x-www-form-urlencoded";

    private HookBody() {}

    /// JSON as it is; a form as an object of texts.
    ///
    /// @throws ProblemException REQUEST_INVALID
    static JsonNode read(Request request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        try {
            return type.startsWith(FORM)
                    ? form(new String(request.body(), StandardCharsets.UTF_8))
                    : Json.parse(request.body());
        } catch (MalformedJson | IllegalArgumentException malformed) {
            throw new ProblemException(REQUEST_INVALID, "the body must be JSON, or a form that says that it is one");
        }
    }

    private static JsonNode form(String text) {
        ObjectNode fields = Json.object();
        for (String pair : text.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
