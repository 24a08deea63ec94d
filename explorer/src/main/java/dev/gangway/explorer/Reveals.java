package dev.gangway.explorer;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Caller;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.WorldId;
import dev.gangway.openapi.OperationModel;
import dev.gangway.provider.Provider;

/// Puts on record who looked at the secrets in an answer.
record Reveals(AuditTrail audit) {
    private static final int LONGEST_ID = 100; // characters

    /// @throws ProblemException REQUEST_INVALID when the call is not named
    void record(Provider provider, OperationModel operation, Caller caller, Request request) {
        String call = request.json().path("request_id").asText();
        if (call.length() > LONGEST_ID) {
            throw new ProblemException(ErrorCode.REQUEST_INVALID, "request_id: at most 100 characters");
        }
        audit.record(new AuditEntry(
                WorldId.MAIN,
                null,
                call.isEmpty() ? "unknown" : call,
                new Actor(caller.name(), request.id()),
                "answer.revealed",
                NullNode.instance,
                Json.object().put("provider", provider.name()).put("operation", operation.id())));
    }
}
