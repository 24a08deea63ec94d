package dev.gangway.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.workflow.ErrorKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Values as they stand in a URL.
final class Queries {
    private Queries() {}

    /// `name=value` for each member; a list is repeated, null is left out.
    static String of(JsonNode members) throws Misfit {
        List<String> parts = new ArrayList<>();
        for (var member : members.properties()) {
            JsonNode value = member.getValue();
            if (value.isArray()) {
                for (JsonNode one : value) {
                    parts.add(pair(member.getKey(), scalar(one, member.getKey())));
                }
            } else if (!value.isNull()) {
                parts.add(pair(member.getKey(), scalar(value, member.getKey())));
            }
        }
        return String.join("&", parts);
    }

    static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String scalar(JsonNode value, String name) throws Misfit {
        if (value.isContainerNode() || value.isNull()) {
            throw new Misfit(ErrorKind.VALIDATION, name + " must be a text, a number or a truth value.");
        }
        return value.asText();
    }
}
