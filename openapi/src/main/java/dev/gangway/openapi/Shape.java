package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What kind of value a resolved schema describes.
///
/// @param schema the schema that says the rest
/// @param alternatives for [Row.Type#ONE_OF] and [Row.Type#ANY_OF], schemas that are still to be resolved
record Shape(Row.Type type, boolean nullable, JsonNode schema, List<JsonNode> alternatives) {}
