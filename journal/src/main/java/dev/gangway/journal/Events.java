package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.WorldId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Gives events to runs, each once, whether or not they wait for them yet.
record Events(Engine engine) {
    private static final InboxStore INBOX = new InboxStore();

    /// To every run that may listen for events of its type; says to how many.
    int send(Handle tx, WorldId world, JsonNode event) {
        return deliver(
                tx, world, INBOX.lockListeners(tx, world, event.path("type").asText()), event);
    }

    /// To one run; false when it has ended, or never was.
    boolean sendTo(Handle tx, WorldId world, String run, JsonNode event) {
        return deliver(tx, world, INBOX.lockListener(tx, world, run), event) == 1;
    }

    private int deliver(Handle tx, WorldId world, List<String> runs, JsonNode event) {
        if (!runs.isEmpty()) {
            INBOX.deliver(tx, world, runs, event, engine.now(world));
            engine.database().afterCommit(engine.wake());
        }
        return runs.size();
    }
}
