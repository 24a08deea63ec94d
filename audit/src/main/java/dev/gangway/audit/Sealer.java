package dev.gangway.audit;

import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.util.ArrayList;
import java.util.List;

/// Chains what was recorded, in batches. The order of the chain is the order of sealing: events that commit late
/// take later positions, so recording never waits for anything.
final class Sealer {
    private static final int BATCH = 500; // rows

    private final Database database;
    private final ChainStore store;

    Sealer(Database database, ChainStore store) {
        this.database = database;
        this.store = store;
    }

    /// Seals one batch; writes nothing when there is nothing to seal.
    ///
    /// @return whether there may be more right away
    boolean sealBatch(WorldId world) {
        return database.transaction(tx -> {
            if (!store.hasUnsealed(tx, world)) {
                return false;
            }
            store.open(tx, world);
            ChainEnd end = store.lockEnd(tx, world);
            List<SealedEvent> links = new ArrayList<>();
            for (StoredEvent event : store.unsealed(tx, world, BATCH)) {
                SealedEvent link = SealedEvent.after(end, event);
                links.add(link);
                end = link.end();
            }
            if (!links.isEmpty()) {
                store.seal(tx, world, links);
                store.moveEnd(tx, world, end);
            }
            return links.size() == BATCH;
        });
    }

    /// Seals everything that was committed before this call.
    void sealAll(WorldId world) {
        boolean more;
        do {
            more = sealBatch(world);
        } while (more);
    }
}
