package dev.gangway.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.Json;
import dev.gangway.base.MalformedJson;
import dev.gangway.base.ProblemException;
import dev.gangway.gateway.Answered;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.WorkflowError;

/// What came back, as the outcome of a step. Values that the operation calls secret are masked: a journal keeps none.
final class Replies {
    private static final int HIGHEST_GOOD = 399;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private Replies() {}

    static Outcome outcome(Answered answered) {
        ObjectNode response = Json.object().put("status", answered.status());
        response.set("body", body(answered));
        if (answered.status() <= HIGHEST_GOOD) {
            return new Outcome.Done(response);
        }
        ErrorKind kind = switch (answered.status()) {
            case UNAUTHORIZED -> ErrorKind.AUTHENTICATION;
            case FORBIDDEN -> ErrorKind.AUTHORIZATION;
            default -> ErrorKind.COMMUNICATION;
        };
        return new Outcome.Failed(new WorkflowError(
                kind.uri(),
                answered.status(),
                "The other side refused the call",
                "It answered with status " + answered.status() + ".",
                "",
                response,
                Pause.asked(answered).orElse(null),
                null));
    }

    private static JsonNode body(Answered answered) {
        String text = answered.masked();
        try {
            return text.isEmpty() ? TextNode.valueOf("") : Json.parse(text);
        } catch (MalformedJson noJson) {
            return TextNode.valueOf(text);
        }
    }

    /// @param repeatable whether it would do no harm to make the call again
    static Outcome outcome(ProblemException refused, boolean repeatable) {
        WorkflowError error = WorkflowError.of(kind(refused.code(), repeatable), refused.detail());
        return new Outcome.Failed(error.after(refused.retryAfter().orElse(null)));
    }

    private static ErrorKind kind(ErrorCode code, boolean repeatable) {
        return switch (code) {
            case UPSTREAM_UNREACHABLE, CIRCUIT_OPEN, RATE_LIMITED, NOT_READY -> ErrorKind.COMMUNICATION;
            case UPSTREAM_TIMEOUT -> repeatable ? ErrorKind.TIMEOUT : ErrorKind.OUTCOME_UNKNOWN;
            case UPSTREAM_BROKEN, INTERNAL -> repeatable ? ErrorKind.COMMUNICATION : ErrorKind.OUTCOME_UNKNOWN;
            case UPSTREAM_TOKEN_MISSING -> ErrorKind.AUTHENTICATION;
            case REQUEST_INVALID, CREDENTIALS_REFUSED, BODY_TOO_LARGE, METHOD_NOT_ALLOWED, STATE_CONFLICT ->
                ErrorKind.VALIDATION;
            case NOT_FOUND, EGRESS_REFUSED -> ErrorKind.CONFIGURATION;
            case TOKEN_MISSING, TOKEN_UNKNOWN, TOKEN_READ_ONLY, TOKEN_OUT_OF_SCOPE, SIGNATURE_REFUSED ->
                ErrorKind.AUTHORIZATION;
        };
    }
}
