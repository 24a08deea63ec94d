package dev.gangway.journal;

import dev.gangway.base.Clocks;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Forgets runs that ended long ago, with their journals and their deduplication keys. One that another run started
/// goes after that one. Definitions that were removed go when no run of them is left, events when no run will listen
/// for them any more.
///
/// @param kept how long ago is long
record Retention(Database database, Clocks clocks, Supplier<List<WorldId>> worlds, Duration kept) {
    private static final RetentionStore STORE = new RetentionStore();
    private static final TurnStore TURNS = new TurnStore();
    private static final DefinitionStore DEFINITIONS = new DefinitionStore();
    private static final int BATCH = 500;

    /// Forgets some; whether there may be more.
    boolean step() {
        boolean more = false;
        for (WorldId world : worlds.get()) {
            int gone = database.statement(
                    tx -> STORE.forget(tx, world, clocks.now(world).minus(kept), BATCH));
            more |= gone > 0;
            database.statement(tx -> TURNS.forget(tx, world, clocks.now(world).minus(kept)));
            database.statement(
                    tx -> DEFINITIONS.forget(tx, world, clocks.now(world).minus(kept)));
        }
        return more;
    }
}
