package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.WorldId;
import org.jdbi.v3.core.Handle;

/// Keeps events for runs, whether or not they wait for them yet; [Telling] lets those that do go on.
record Events(Engine engine) {
    private static final EventStore STORE = new EventStore();

    /// For every run that may listen for events of its type. Costs the same however many they are.
    void send(Handle tx, WorldId world, JsonNode event) {
        if (STORE.add(tx, world, event, engine.now(world))) {
            engine.database().afterCommit(engine.tell());
        }
    }

    /// How many those are.
    int listeners(Handle tx, WorldId world, JsonNode event) {
        return STORE.listeners(tx, world, event);
    }

    /// For one run; false when it has ended, or never was.
    boolean sendTo(Handle tx, WorldId world, String run, JsonNode event) {
        boolean kept = STORE.addFor(tx, world, run, event, engine.now(world));
        engine.database().afterCommit(engine.tell());
        return kept;
    }
}
