package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a contract test needs of an engine: a world of its own, whose time stands still until it is told to pass.
public interface TestEngine {
    /// What the engine called, as it was asked to.
    ///
    /// @param key the idempotency key
    record Called(String key, StepKind kind, JsonNode arguments) {}

    /// What other workflows may be started by name.
    void knows(Definition definition);

    /// What calls are answered with from now on.
    void answers(Function<Called, Outcome> answer);

    /// Starts a run and lets it go as far as it can; answers its id.
    String start(Definition definition, JsonNode input);

    /// Gives an event to all runs.
    void send(JsonNode event);

    void cancel(String run);

    /// Lets time pass and every run go as far as it can.
    void pass(Duration time);

    /// How exactly its time stands still.
    default Duration grain() {
        return Duration.ofMillis(1);
    }

    /// How the run ended; empty while it goes on.
    Optional<Ending> ending(String run);

    /// Every call so far, in order.
    List<Called> calls();
}
