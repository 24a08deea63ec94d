package dev.gangway.app;

import static dev.gangway.base.ErrorCode.NOT_READY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Caller;
import dev.gangway.base.Ids;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.gateway.Gateway;
import dev.gangway.step.Steps;
import dev.gangway.trigger.Senders;
import dev.gangway.workflow.Outcome;
import java.util.Optional;
import java.util.Set;

/// Asks whoever signs webhooks as Plaid does for its verification keys, over a connection to it.
record VerificationKeys(Gateway gateway, Steps steps) implements Senders {
    private static final String OPERATION = "webhookVerificationKeyGet";
    private static final Caller CALLER = new Caller("triggers", true);
    private static final Set<Integer> UNKNOWN = Set.of(400, 404);

    @Override
    public boolean isKnown(WorldId world, String connection) {
        return gateway.connections(world).stream().anyMatch(one -> one.name().equals(connection));
    }

    @Override
    public Optional<JsonNode> key(WorldId world, String connection, String id) {
        ObjectNode arguments = Json.object();
        arguments.put("provider", gateway.connection(world, connection).provider());
        arguments.put("operation", OPERATION);
        arguments.put("connection", connection);
        arguments.putObject("parameters").putObject("body").put("key_id", id);
        return switch (steps.operation(world, CALLER, Ids.request(), arguments)) {
            case Outcome.Done(JsonNode answer) ->
                Optional.of(answer.path("body").path("key"));
            case Outcome.Failed(var error) -> {
                if (UNKNOWN.contains(error.status())) {
                    yield Optional.empty();
                }
                throw new ProblemException(NOT_READY, "the sender's verification keys cannot be fetched now");
            }
        };
    }
}
