package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;

/// A whole value to show.
///
/// @param name `minimal`, `realistic`, `full`, or the document's own
/// @param summary one line; may be empty
/// @param made whether it was put together from the rows, because the document has none
public record Example(String name, String summary, JsonNode value, boolean made) {}
