package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.net.http.HttpResponse;
import java.util.List;

/// A refusal of the Plaid-style routes.
record WireError(int status, String code, String message) {
    private static final List<String> KEYS = List.of(
            "display_message",
            "documentation_url",
            "error_code",
            "error_message",
            "error_type",
            "request_id",
            "suggested_action");

    /// Reads a refusal, and insists on its seven keys in their order and on the request id in the header.
    static WireError of(HttpResponse<String> answer) {
        JsonNode body = Json.parse(answer.body());
        assertThat(body.fieldNames()).as(answer.body()).toIterable().containsExactlyElementsOf(KEYS);
        assertThat(answer.headers().firstValue("x-request-id"))
                .hasValue(body.path("request_id").asText());
        return new WireError(
                answer.statusCode(),
                body.path("error_code").asText(),
                body.path("error_message").asText());
    }

    /// A refusal in one line, such as `404 CUSTOMER_NOT_FOUND: the customer was not found`.
    static String line(HttpResponse<String> answer) {
        return of(answer).toString();
    }

    @Override
    public String toString() {
        return status + " " + code + ": " + message;
    }
}
