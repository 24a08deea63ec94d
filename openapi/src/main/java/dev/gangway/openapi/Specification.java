package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;

/// What a document says that it is written in.
///
/// @param words such as `OpenAPI 3.1.0`
record Specification(String words, boolean isSwagger) {
    /// @throws Refusal when it is nothing that is read
    static Specification of(JsonNode root) {
        String openapi = Text.line(root.path("openapi").asText(""), "");
        String swagger = Text.line(root.path("swagger").asText(""), "");
        if (openapi.startsWith("3.0") || openapi.startsWith("3.1")) {
            return new Specification("OpenAPI " + openapi, false);
        }
        if (swagger.startsWith("2")) {
            return new Specification("Swagger " + swagger, true);
        }
        if (openapi.isEmpty() && swagger.isEmpty()) {
            throw new Refusal("This is no OpenAPI document: it says neither openapi nor swagger at its top.");
        }
        throw new Refusal((openapi.isEmpty() ? "Swagger " + swagger : "OpenAPI " + openapi)
                + " is not read here; OpenAPI 3.0 and 3.1 and Swagger 2.0 are.");
    }
}
