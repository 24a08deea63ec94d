package dev.gangway.provider;

/// Small documents to import.
final class Documents {
    private Documents() {}

    static final String HARBOUR = """
            openapi: 3.0.3
            info: {title: Harbour payments, version: "2026-10-01", description: "Moves **money**."}
            servers:
              - {url: "https://api.harbour.example", description: Production}
              - {url: "https://sandbox.harbour.example", description: Sandbox}
            security:
              - key: []
            paths:
              /payments:
                post:
                  operationId: pay
                  tags: [payments]
                  summary: Move money
                  x-gangway-errors: [PAYMENT_TOO_LARGE]
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {$ref: "#/components/schemas/Payment"}
                  responses:
                    "201":
                      description: Moved.
                      content: {application/json: {schema: {$ref: "#/components/schemas/Payment"}}}
              /payments/{payment}:
                parameters:
                  - {name: payment, in: path, required: true, schema: {type: string}}
                get:
                  operationId: findPayment
                  tags: [payments]
                  summary: Read a payment
                  responses:
                    "200": {description: The payment.}
              /payments/latest:
                get:
                  operationId: latestPayment
                  tags: [payments]
                  responses:
                    "200": {description: The payment.}
            components:
              securitySchemes:
                key: {type: apiKey, in: header, name: Harbour-Key}
              schemas:
                Payment:
                  type: object
                  required: [amount]
                  properties:
                    amount: {type: integer, minimum: 1}
                    currency: {type: string, enum: [EUR, USD]}
                    beneficiary_name: {type: string}
            """;

    static final String FERRY = """
            openapi: 3.0.3
            info: {title: Ferry, version: "1"}
            paths:
              /bookings:
                post:
                  operationId: bookFerry
                  summary: Reservación de un barco
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          properties: {cabin: {type: string}, persons: {type: integer}}
                  responses: {"200": {description: Booked.}}
              /cabins:
                post:
                  operationId: bookCabin
                  summary: Book a berth
                  responses: {"200": {description: Booked.}}
            """;
}
