package dev.gangway.webhook;

import static dev.gangway.base.ErrorCode.NOT_READY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Ids;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;

/// Tries an endpoint out: a signed sample, sent once, right away, paused or not. Nothing of it is kept, and no
/// event of it is in the feed.
final class Trial {
    private static final String NOBODY = "0".repeat(24); // a client_id that no end customer has

    private final Sender sender;

    Trial(Sender sender) {
        this.sender = sender;
    }

    /// Waits for the receiver, 10 s at most.
    ///
    /// @throws ProblemException NOT_READY when the server stops meanwhile
    Attempt of(Endpoint endpoint) {
        try {
            return sender.send(endpoint, Ids.of("dlv"), Ids.of("evt"), sample(endpoint));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ProblemException(NOT_READY, "the server is stopping");
        }
    }

    private static byte[] sample(Endpoint endpoint) {
        ObjectNode body = Json.object();
        body.put("institution_id", "ins_56");
        body.put("institution_name", "Chase");
        body.put("status", "processing");
        return EventBody.of(new EventDraft(
                endpoint.world(),
                endpoint.partner(),
                endpoint.environment(),
                NOBODY,
                EventType.END_CUSTOMER_OAUTH_STATUS_UPDATED,
                body));
    }
}
