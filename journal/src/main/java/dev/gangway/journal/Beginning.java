package dev.gangway.journal;

import dev.gangway.base.Ids;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.journal.ChildStore.NewRun;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Begins runs that nobody waits for.
record Beginning(Engine engine) {
    private static final ChildStore STORE = new ChildStore();

    /// @param id of the run
    /// @param isNew false when a run of the same workflow had the same key before
    record Begun(String id, boolean isNew) {}

    /// @param dedupKey at most one run of the workflow has it; null for none
    Begun begin(WorldId world, Definition definition, Entry entry, @Nullable String dedupKey, String startedBy) {
        String id = Ids.of("run");
        NewRun run = new NewRun(
                world,
                id,
                definition.name(),
                definition.version(),
                null,
                null,
                Json.text(entry.input()),
                Json.text(entry),
                List.copyOf(Listening.types(definition.tree())),
                dedupKey,
                startedBy,
                engine.now(world));
        if (engine.database().<Boolean>statement(tx -> STORE.insert(tx, List.of(run)) == 1)) {
            engine.database().afterCommit(engine.wake());
            return new Begun(id, true);
        }
        String before =
                engine.database().read(tx -> STORE.withKey(tx, world, definition.name(), String.valueOf(dedupKey)));
        return new Begun(before, false);
    }
}
