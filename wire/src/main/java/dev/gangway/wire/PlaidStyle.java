package dev.gangway.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Answer;
import dev.gangway.base.ErrorStyle;
import dev.gangway.base.Failure;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.customer.RefusedException;

/// Words failures as Plaid does: always the same seven keys in the same order, never a stack trace, a statement or a
/// class name.
///
/// @param documentation address of the error table, the `documentation_url` of every error
public record PlaidStyle(String documentation) implements ErrorStyle {
    @Override
    public Answer render(String requestId, Failure failure) {
        return switch (failure) {
            case Failure.UnknownPath _ -> print(requestId, new PlaidException(PlaidError.NOT_FOUND));
            case Failure.WrongMethod(String allow) ->
                print(requestId, new PlaidException(PlaidError.NOT_FOUND)).withHeader("Allow", allow);
            case Failure.BodyTooLarge _ -> print(requestId, new PlaidException(PlaidError.BODY_TOO_LARGE));
            case Failure.BadRequest _ -> print(requestId, new PlaidException(PlaidError.INVALID_BODY));
            case Failure.Thrown(PlaidException known) -> print(requestId, known);
            case Failure.Thrown(RefusedException refused) -> print(requestId, Refusals.toWire(refused));
            case Failure.Thrown(ProblemException edge) ->
                print(requestId, new PlaidException(PlaidError.INVALID_HEADERS, edge.detail()));
            case Failure.Thrown _ -> print(requestId, new PlaidException(PlaidError.INTERNAL_SERVER_ERROR));
        };
    }

    private Answer print(String requestId, PlaidException refusal) {
        PlaidError error = refusal.error();
        ObjectNode body = Json.object();
        body.putNull("display_message");
        body.put("documentation_url", documentation + "#" + error.type().toLowerCase(java.util.Locale.ROOT));
        body.put("error_code", error.code());
        body.put("error_message", refusal.wireMessage());
        body.put("error_type", error.type());
        body.put("request_id", requestId);
        body.put("suggested_action", error.suggestedAction());
        Answer answer = Answer.json(error.status(), body);
        return refusal.retryAfterSeconds()
                .map(seconds -> answer.withHeader("Retry-After", seconds.toString()))
                .orElse(answer);
    }
}
