package dev.gangway.sdk;

import dev.gangway.openapi.Api;
import dev.gangway.openapi.ApiReader;
import dev.gangway.openapi.ReadOptions;
import dev.gangway.openapi.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/// Providers to make libraries for.
final class Samples {
    private static final Path PARTNER = Path.of("../wire/src/main/resources/dev/gangway/wire/partner-api.yaml");
    private static final Path PLAID = Path.of("../../shared/specs/plaid-2020-09-14.yml.gz");

    /// One operation for each kind of request, and a few that mean harm.
    private static final String SHOP = """
            openapi: 3.0.3
            info: {title: "Shop */ ${x} `y`", version: "1"}
            servers: [{url: "https://api.shop.example"}]
            security: [{key: []}]
            paths:
              /orders:
                get:
                  operationId: listOrders
                  parameters:
                    - {name: state, in: query, schema: {type: array, items: {type: string, enum: [open, sent, paid, void]}}}
                    - {name: filter, in: query, style: deepObject, explode: true, schema: {type: object}}
                    - {name: sort, in: query, explode: false, schema: {type: array, items: {type: string}}}
                    - {name: key, in: query, schema: {type: string}}
                  responses:
                    "200":
                      description: all
                      content: {application/json: {schema: {type: object, required: [orders], properties: {orders: {type: array, items: {$ref: "#/components/schemas/Order"}}}}}}
                post:
                  operationId: Create.Order
                  description: "ends the comment */ process.exit(1); /* and \\\\u002a/ more"
                  parameters:
                    - {name: Idempotency-Key, in: header, schema: {type: string}}
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
                  responses:
                    "200": {description: made, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
              /orders/{id}/items/{item}:
                get:
                  operationId: readItem
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: item, in: path, required: true, schema: {type: integer}}
                    - {name: id, in: query, schema: {type: string}}
                  responses: {"200": {description: it, content: {application/json: {schema: {type: object, properties: {sku: {type: string}}}}}}}
              /orders/{id}:
                delete:
                  operationId: then
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses: {"204": {description: gone}}
              /invoice:
                get:
                  operationId: invoice
                  responses: {"200": {description: it, content: {application/pdf: {schema: {type: string, format: binary}}}}}
              /payments:
                post:
                  operationId: pay
                  requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {amount: {type: integer}, metadata: {type: object}}}}}}
                  responses: {"200": {description: paid, content: {text/plain: {schema: {type: string}}}}}
              /pictures:
                post:
                  operationId: addPicture
                  requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {title: {type: string}, picture: {type: string, format: binary}}}}}}
                  responses: {"200": {description: added}}
            components:
              securitySchemes:
                key: {type: apiKey, in: query, name: key}
              schemas:
                Order:
                  type: object
                  required: [note]
                  properties:
                    note: {type: string, description: "</script> */ 'q' \\"d\\""}
                    amount: {type: number}
                    "with space's": {type: string}
                    parent: {$ref: "#/components/schemas/Order"}
                    lines: {type: array, items: {type: object, properties: {sku: {type: string}, count: {type: integer}}}}
                    kind: {oneOf: [{type: string}, {type: object, properties: {name: {type: string}}}]}
            """;

    private Samples() {}

    static Edition shop() {
        return edition("shop", SHOP.getBytes(StandardCharsets.UTF_8));
    }

    static Edition partner() {
        return edition("partner", bytes(PARTNER));
    }

    /// Plaid's own document, which is no part of this repository: the test is skipped where it is not beside it.
    static Edition plaid() {
        Assumptions.assumeTrue(Files.exists(PLAID), "there is no " + PLAID);
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(PLAID))) {
            return edition("plaid", in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Edition edition(String provider, byte[] document) {
        return switch (ApiReader.read(document, ReadOptions.STANDARD)) {
            case Reading.Read(Api api) -> new Edition(provider, 3, api.title(), api.schemes(), api::operations);
            case Reading.Refused(String reason) -> throw new IllegalStateException(reason);
        };
    }
}
