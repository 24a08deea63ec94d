package dev.gangway.journal;

import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.DefinitionReader;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Definitions ready to run. A version never changes, so it needs no forgetting. Thread-safe.
final class DefinitionShelf {
    private static final int MOST = 500;

    private final Database database;
    private final DefinitionStore store = new DefinitionStore();
    private final ConcurrentMap<String, Definition> read = new ConcurrentHashMap<>();

    DefinitionShelf(Database database) {
        this.database = database;
    }

    Definition version(WorldId world, String name, String version) {
        Definition known = read.get(version);
        if (known != null) {
            return known;
        }
        SavedDefinition saved = database.read(tx -> store.version(tx, world, name, version))
                .orElseThrow(() -> new IllegalStateException("no version " + version + " of workflow " + name));
        return keep(saved);
    }

    /// The newest that was not removed.
    Optional<Definition> newest(WorldId world, String name) {
        return database.read(tx -> store.newest(tx, world, name)).map(this::keep);
    }

    /// What a run starts by name. One that was removed meanwhile still does for runs that began before.
    ///
    /// @param label of the version that is wanted; empty for the newest
    Optional<Definition> named(WorldId world, String name, String label) {
        return database.read(tx -> store.named(tx, world, name, label)).map(this::keep);
    }

    private Definition keep(SavedDefinition saved) {
        if (read.size() >= MOST) {
            read.clear();
        }
        return read.computeIfAbsent(saved.version(), _ -> DefinitionReader.accepted(saved.text()));
    }
}
