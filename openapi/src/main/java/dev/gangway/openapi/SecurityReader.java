package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.SecurityScheme.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads which credentials an API takes, and which an operation needs.
final class SecurityReader {
    private static final String AUTHORIZATION = "Authorization";
    private static final int MOST_SETS = 50;

    private final Document document;
    private final Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
    private final List<SecuritySet> ofDocument;

    SecurityReader(Document document, Markdown markdown) {
        this.document = document;
        document.root().path("components").path("securitySchemes").properties().forEach(scheme -> {
            String place = "#/components/securitySchemes/" + Document.escape(scheme.getKey());
            JsonNode node = document.follow(scheme.getValue(), place);
            scheme(scheme.getKey(), node, place, markdown).ifPresent(one -> schemes.put(one.name(), one));
        });
        this.ofDocument = sets(document.root().path("security"), "#/security");
    }

    List<SecurityScheme> schemes() {
        return List.copyOf(schemes.values());
    }

    List<SecuritySet> of(JsonNode operation, String place) {
        return operation.path("security").isArray()
                ? sets(operation.path("security"), place + "/security")
                : ofDocument;
    }

    /// The schemes that some of `sets` need.
    List<SecurityScheme> needed(List<SecuritySet> sets) {
        return sets.stream()
                .flatMap(set -> set.schemes().stream())
                .distinct()
                .flatMap(name -> Optional.ofNullable(schemes.get(name)).stream())
                .toList();
    }

    private List<SecuritySet> sets(JsonNode list, String place) {
        Set<SecuritySet> sets = new LinkedHashSet<>();
        int index = 0;
        for (JsonNode set : list) {
            String at = place + "/" + index++;
            List<String> names = new ArrayList<>();
            set.fieldNames().forEachRemaining(names::add);
            if (!schemes.keySet().containsAll(names)) {
                document.note(
                        at, "A set of credentials names one that is not described or not supported; passed over.");
            } else if (sets.size() < MOST_SETS) {
                sets.add(new SecuritySet(List.copyOf(names)));
            }
        }
        return List.copyOf(sets);
    }

    private Optional<SecurityScheme> scheme(String name, JsonNode node, String place, Markdown markdown) {
        String type = node.path("type").asText("");
        Where where = where(type, node);
        if (where == null) {
            document.note(place, "Credentials of the type " + Text.line(type, "(none)") + " are not supported.");
            return Optional.empty();
        }
        String parameter = type.equals("apiKey") ? node.path("name").asText("") : AUTHORIZATION;
        if (parameter.isEmpty()) {
            document.note(place, "The credential does not say what carries it; passed over.");
            return Optional.empty();
        }
        boolean secret = SecretNames.isSecretCredential(node, name, parameter);
        String description = markdown.html(node.path("description").asText(""));
        return Optional.of(new SecurityScheme(name, description, where, parameter, secret));
    }

    private static @Nullable Where where(String type, JsonNode node) {
        return switch (type) {
            case "apiKey" ->
                switch (node.path("in").asText("")) {
                    case "header" -> Where.HEADER;
                    case "query" -> Where.QUERY;
                    case "cookie" -> Where.COOKIE;
                    case "body" -> Where.BODY;
                    default -> null;
                };
            case "http" ->
                switch (node.path("scheme").asText("").toLowerCase(Locale.ROOT)) {
                    case "basic" -> Where.BASIC;
                    case "bearer" -> Where.BEARER;
                    default -> Where.HEADER;
                };
            case "oauth2" -> Where.OAUTH2;
            case "openIdConnect" -> Where.BEARER;
            case "basic" -> Where.BASIC; // Swagger 2.0
            default -> null;
        };
    }
}
