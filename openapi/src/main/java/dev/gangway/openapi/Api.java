package dev.gangway.openapi;

import java.util.List;

/// What a document says, once it was read.
///
/// @param specification what the document is written in, such as `OpenAPI 3.1.0` or `Swagger 2.0`
/// @param title text; never empty
/// @param version the document's own, as text
/// @param description sanitised HTML
/// @param logo an https URL; empty when the document has none (`info.x-logo`)
/// @param servers in the document's order
/// @param schemes every credential that some operation may need
/// @param operations in the document's order
/// @param tolerated what had to be passed over, mended or guessed
public record Api(
        String specification,
        String title,
        String version,
        String description,
        String logo,
        List<Server> servers,
        List<SecurityScheme> schemes,
        List<OperationModel> operations,
        List<Tolerated> tolerated) {

    /// @param pointer where in the document, as a JSON pointer with `#`
    /// @param what one sentence for people
    public record Tolerated(String pointer, String what) {}
}
