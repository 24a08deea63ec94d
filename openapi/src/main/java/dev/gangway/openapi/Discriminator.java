package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.util.List;

/// The member whose value says which alternative a value is, made a rule of each alternative.
final class Discriminator {
    private final String member;
    private final JsonNode mapping;

    Discriminator(JsonNode schema) {
        this.member = schema.path("discriminator").path("propertyName").asText("");
        this.mapping = schema.path("discriminator").path("mapping");
    }

    List<JsonNode> applied(List<JsonNode> alternatives) {
        return member.isEmpty() || mapping.isEmpty()
                ? alternatives
                : alternatives.stream().map(this::applied).toList();
    }

    private JsonNode applied(JsonNode alternative) {
        String reference = alternative.path("$ref").asText("");
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        for (var entry : mapping.properties()) {
            String target = entry.getValue().asText();
            if (!reference.isEmpty() && (target.equals(reference) || target.equals(name))) {
                ObjectNode rule = Json.object();
                rule.putObject("properties").putObject(member).putArray("enum").add(entry.getKey());
                return Schemas.both(alternative, rule);
            }
        }
        return alternative;
    }
}
