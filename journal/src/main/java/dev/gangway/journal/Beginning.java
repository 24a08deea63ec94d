package dev.gangway.journal;

import dev.gangway.base.Ids;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.journal.ChildStore.NewRun;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Entry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Begins runs that nobody waits for.
record Beginning(Engine engine) {
    private static final ChildStore STORE = new ChildStore();

    /// @param isNew false when a run of the same workflow had the same key before
    record Begun(Run run, boolean isNew) {}

    /// @param dedupKey at most one run of the workflow has it; null for none
    Begun begin(WorldId world, Definition definition, Entry entry, @Nullable String dedupKey, String startedBy) {
        String id = Ids.of("run");
        NewRun run = new NewRun(
                world,
                id,
                engine.home(),
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
        Optional<Run> begun = engine.database().statement(tx -> STORE.insert(tx, run));
        if (begun.isPresent()) {
            engine.database().afterCommit(engine.wake());
            return new Begun(begun.get(), true);
        }
        Run before =
                engine.database().read(tx -> STORE.withKey(tx, world, definition.name(), String.valueOf(dedupKey)));
        return new Begun(before, false);
    }
}
