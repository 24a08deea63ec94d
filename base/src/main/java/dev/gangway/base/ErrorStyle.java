package dev.gangway.base;

import static dev.gangway.base.ErrorCode.BODY_TOO_LARGE;
import static dev.gangway.base.ErrorCode.INTERNAL;
import static dev.gangway.base.ErrorCode.METHOD_NOT_ALLOWED;
import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Words a [Failure] for one surface. Must not throw; sets the status; an answer of 500 or more means that the
/// edge logs the cause.
@FunctionalInterface
public interface ErrorStyle {
    Answer render(String requestId, Failure failure);

    /// RFC 9457, with `code`, `retryable` and `request_id` beside the standard members.
    ErrorStyle PROBLEM_JSON = (requestId, failure) -> switch (failure) {
        case Failure.UnknownPath(String path) -> problem(requestId, NOT_FOUND, "no route " + path);
        case Failure.WrongMethod(String allow) ->
            problem(requestId, METHOD_NOT_ALLOWED, "allowed: " + allow).withHeader("Allow", allow);
        case Failure.BodyTooLarge(long limit) -> problem(requestId, BODY_TOO_LARGE, "at most " + limit + " bytes");
        case Failure.BadRequest(String reason) -> problem(requestId, REQUEST_INVALID, reason);
        case Failure.Thrown(ProblemException known) -> problem(requestId, known);
        case Failure.Thrown(RuntimeException bug) -> problem(requestId, INTERNAL, "an unexpected error occurred");
    };

    private static Answer problem(String requestId, ProblemException known) {
        Answer answer = problem(requestId, known.code(), known.detail());
        return known.retryAfter()
                .map(pause -> answer.withHeader("Retry-After", Long.toString(Math.ceilDiv(pause.toMillis(), 1_000))))
                .orElse(answer);
    }

    private static Answer problem(String requestId, ErrorCode code, String detail) {
        ObjectNode body = Json.object();
        body.put("type", "urn:gangway:problem:" + code.name().toLowerCase(java.util.Locale.ROOT));
        body.put("title", code.title());
        body.put("status", code.status());
        body.put("detail", detail);
        body.put("code", code.name());
        body.put("retryable", code.retryable());
        body.put("request_id", requestId);
        return Answer.bytes(code.status(), "application/problem+json", Json.bytes(body));
    }
}
