package dev.gangway.catalog;

import dev.gangway.base.Json;
import java.util.List;

/// Small documents for tests.
final class Sketches {
    private Sketches() {}

    /// A document with one operation, `sketch`, whose request has this schema.
    ///
    /// @param schema YAML; may refer to `#/schemas/…`
    /// @param schemas YAML, what stands under `schemas`
    static Document document(String schema, String schemas) {
        return Document.of("sketch.yaml", """
                openapi: 3.1.0
                paths:
                  /sketch:
                    post:
                      operationId: sketch
                      requestBody:
                        content:
                          application/json:
                            schema:
                %s
                schemas:
                %s
                """.formatted(schema.indent(14), schemas.indent(2)));
    }

    static Body body(String schema, String schemas) {
        Catalog catalog = Catalog.of(List.of(document(schema, schemas)));
        return catalog.operation("sketch").orElseThrow().request();
    }

    static Body body(String schema) {
        return body(schema, "{}");
    }

    /// What is wrong with a JSON text.
    static Findings check(Body body, String json) {
        return BodyCheck.check(body, Json.parse(json));
    }
}
