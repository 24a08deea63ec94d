package dev.gangway.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.OperationModel.Place;
import dev.gangway.snippet.At;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that somebody is filling in, as the form sends it with each change.
///
/// @param parameters values by place and name; what the operation does not have is left out
/// @param body null for none
/// @param type which media type of the body; empty for the preferred one
/// @param language of the snippet
/// @param gateway URL of the gateway's server; empty while none is set
/// @param connection empty while none is chosen
record Draft(
        Map<At, JsonNode> parameters,
        @Nullable JsonNode body,
        String type,
        String language,
        String gateway,
        String connection) {

    /// What a form is opened with: the first example, and nothing else.
    static Draft opening(OperationModel operation) {
        return new Draft(Map.of(), Openings.first(operation), "", "curl", "", "");
    }

    /// @throws ProblemException REQUEST_INVALID when the JSON is no draft
    static Draft of(OperationModel operation, JsonNode json) {
        Map<At, JsonNode> parameters = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            JsonNode value =
                    json.path("parameters").path(word(parameter.place())).path(parameter.name());
            if (!value.isMissingNode()) {
                parameters.put(new At(parameter.place(), parameter.name()), value);
            }
        }
        return new Draft(
                parameters,
                json.get("body"),
                text(json, "type"),
                text(json, "language"),
                text(json, "gateway"),
                text(json, "connection"));
    }

    static String word(Place place) {
        return place.name().toLowerCase(Locale.ROOT);
    }

    /// The media type that is being filled in, if the operation takes a body.
    @Nullable
    Media media(OperationModel operation) {
        OperationModel.RequestBody taken = operation.body();
        if (taken == null) {
            return null;
        }
        List<Media> content = taken.content();
        return content.stream()
                .filter(media -> media.type().equals(type))
                .findFirst()
                .orElseGet(taken::preferred);
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw new ProblemException(ErrorCode.REQUEST_INVALID, name + ": must be a text");
        }
        return value.asText("");
    }
}
