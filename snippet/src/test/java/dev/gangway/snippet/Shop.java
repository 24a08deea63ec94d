package dev.gangway.snippet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.Api;
import dev.gangway.openapi.ApiReader;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Place;
import dev.gangway.openapi.ReadOptions;
import dev.gangway.openapi.Reading;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// An API with one operation for each kind of request.
final class Shop {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            servers: [{url: "https://api.shop.example"}]
            security: [{clientId: [], secret: []}]
            paths:
              /orders:
                get:
                  operationId: listOrders
                  parameters:
                    - {name: limit, in: query, schema: {type: integer}}
                    - {name: state, in: query, schema: {type: array, items: {type: string}}}
                    - {name: sort, in: query, explode: false, schema: {type: array, items: {type: string}}}
                    - {name: filter, in: query, style: deepObject, explode: true, schema: {type: object}}
                    - {name: Accept-Language, in: header, schema: {type: string}}
                    - {name: theme, in: cookie, schema: {type: string}}
                    - {name: access_token, in: query, schema: {type: string}}
                  responses: {"200": {description: all, content: {application/json: {schema: {type: object}}}}}
                post:
                  operationId: createOrder
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            client_id: {type: string}
                            secret: {type: string}
                            access_token: {type: string}
                            note: {type: string}
                  responses: {"200": {description: made}}
              /orders/{order}/invoice:
                get:
                  operationId: downloadInvoice
                  parameters: [{name: order, in: path, required: true, schema: {type: string}}]
                  responses: {"200": {description: the invoice, content: {application/pdf: {schema: {type: string, format: binary}}}}}
              /orders/{order}:
                delete:
                  operationId: cancelOrder
                  parameters: [{name: order, in: path, required: true, schema: {type: string}}]
                  responses: {"204": {description: gone}}
              /payments:
                post:
                  operationId: pay
                  security: [{login: []}]
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        schema: {type: object, properties: {amount: {type: integer}, metadata: {type: object}}}
                  responses: {"200": {description: paid}}
              /pictures:
                post:
                  operationId: addPicture
                  requestBody:
                    content:
                      multipart/form-data:
                        schema:
                          type: object
                          properties:
                            title: {type: string}
                            picture: {type: string, format: binary}
                  responses: {"200": {description: added}}
                put:
                  operationId: replacePicture
                  requestBody:
                    content: {image/png: {schema: {type: string, format: binary}}}
                  responses: {"200": {description: replaced}}
              /notes:
                patch:
                  operationId: addNote
                  requestBody: {content: {text/plain: {schema: {type: string}}}}
                  responses: {"200": {description: added}}
            components:
              securitySchemes:
                clientId: {type: apiKey, in: header, name: SHOP-CLIENT-ID}
                secret: {type: apiKey, in: header, name: SHOP-SECRET}
                login: {type: http, scheme: basic}
            """;

    static final Api API = read();

    private Shop() {}

    private static Api read() {
        Reading reading = ApiReader.read(DOCUMENT.getBytes(StandardCharsets.UTF_8), ReadOptions.STANDARD);
        return switch (reading) {
            case Reading.Read(Api api) -> api;
            case Reading.Refused(String reason) -> throw new IllegalStateException(reason);
        };
    }

    static OperationModel operation(String id) {
        return API.operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(id));
    }

    static JsonNode json(String text) {
        return Json.parse(text);
    }

    static Map<At, JsonNode> parameters() {
        return new LinkedHashMap<>();
    }

    /// A call through the gateway at `url` with the connection `shop-live`.
    static SnippetCall gateway(String url, String operation, Map<At, JsonNode> parameters, @Nullable JsonNode body) {
        return new SnippetCall(
                "shop", operation(operation), API.schemes(), new Via.Gateway(url, "shop-live"), parameters, body, "");
    }

    static SnippetCall direct(String url, String operation, Map<At, JsonNode> parameters, @Nullable JsonNode body) {
        return new SnippetCall("shop", operation(operation), API.schemes(), new Via.Direct(url), parameters, body, "");
    }

    static At query(String name) {
        return new At(Place.QUERY, name);
    }
}
