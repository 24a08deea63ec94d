package dev.gangway.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Workflows;
import dev.gangway.storage.Database;
import dev.gangway.trigger.Firing.Outcome;
import dev.gangway.workflow.ExpressionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Starts runs, and keeps what came of each occasion for a month.
record Firings(Database database, Clocks clocks, Workflows workflows) {
    private static final FiringStore STORE = new FiringStore();
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 1_000;

    /// Something that a trigger waited for.
    ///
    /// @param came what the expressions see
    /// @param about what they see as `$trigger`
    /// @param key at most one run of the workflow has it, unless the trigger says otherwise; null for none
    /// @param request the id of the request that brought it; empty for none
    record Happening(
            JsonNode came, ObjectNode about, @Nullable String key, String request) {}

    /// Starts a run, or not. In the caller's transaction, if there is one; what does not do becomes a row, not an
    /// exception.
    Firing fire(Trigger trigger, Happening happening) {
        Instant now = clocks.now(trigger.world());
        happening.about().put("name", trigger.name()).put("at", now.toString());
        return database.transaction(tx -> {
            try {
                return trigger.mapping()
                        .of(happening.came(), happening.about(), happening.key())
                        .map(start -> start(tx, trigger, start, happening.request(), now))
                        .orElseGet(() -> STORE.add(tx, trigger, now, Outcome.IGNORED, null, null));
            } catch (ExpressionException failed) {
                return STORE.add(tx, trigger, now, Outcome.FAILED, null, failed.getMessage());
            }
        });
    }

    private Firing start(Handle tx, Trigger trigger, Mapping.Start start, String request, Instant now) {
        Actor actor = new Actor("trigger:" + trigger.name(), request);
        try {
            Workflows.Started started = workflows.start(
                    trigger.world(), trigger.workflow(), trigger.version(), start.input(), start.dedupKey(), actor);
            return STORE.add(
                    tx,
                    trigger,
                    now,
                    started.isNew() ? Outcome.STARTED : Outcome.DUPLICATE,
                    started.run().id(),
                    null);
        } catch (ProblemException refused) { // before anything was written
            return STORE.add(tx, trigger, now, Outcome.FAILED, null, refused.getMessage());
        }
    }

    List<Firing> list(WorldId world, String trigger, long below, int limit) {
        return database.read(tx -> STORE.list(tx, world, trigger, below, limit));
    }

    Optional<Firing> newest(WorldId world, String trigger) {
        return list(world, trigger, Long.MAX_VALUE, 1).stream().findFirst();
    }

    Map<String, Firing> newest(WorldId world) {
        return database.read(tx -> STORE.newest(tx, world));
    }

    /// Forgets some that are a month old.
    ///
    /// @return whether there may be more
    boolean prune(WorldId world) {
        Instant before = clocks.now(world).minus(KEPT);
        return database.transaction(tx -> STORE.prune(tx, world, before, BATCH)) == BATCH;
    }
}
