package dev.gangway.cli;

import com.fasterxml.jackson.databind.JsonNode;

/// A refusal of the server, RFC 9457.
///
/// @param document as it came
record Problem(JsonNode document) {
    /// One line: what went wrong, the code to look up, and the request id to quote.
    String sentence() {
        String detail = Cell.text(document.path("detail"));
        String again = document.path("retryable").asBoolean() ? "; it may work later" : "";
        return "%s (%s, request %s%s)"
                .formatted(detail, Cell.text(document.path("code")), Cell.text(document.path("request_id")), again);
    }
}
