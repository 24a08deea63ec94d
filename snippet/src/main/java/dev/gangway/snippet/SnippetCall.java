package dev.gangway.snippet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that somebody is filling in. Whatever is missing is left out; a missing part of the path shows as its name
/// in
/// capitals. Values that the operation or a scheme calls secret may be here: no snippet ever shows them.
///
/// @param provider name of the provider, such as `plaid`
/// @param schemes [dev.gangway.openapi.Api#schemes()] of the same provider
/// @param parameters values by place and name, in any order; null values count as absent
/// @param body the value of the body; for a form its members, where a file is the text of its path; null for none
/// @param type which media type of the operation's body; empty for the preferred one
public record SnippetCall(
        String provider,
        OperationModel operation,
        List<SecurityScheme> schemes,
        Via via,
        Map<At, JsonNode> parameters,
        @Nullable JsonNode body,
        String type) {}
