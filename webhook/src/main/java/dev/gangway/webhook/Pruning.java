package dev.gangway.webhook;

import dev.gangway.base.Clocks;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.time.Duration;
import java.time.Instant;

/// Forgets what is older than the retention: events with all their deliveries and attempts, endpoints that were
/// deleted, keys that nobody needs. A delivery goes with its event in whatever state: retries are over within
/// 12 hours, so only one that waits for a paused endpoint can still be pending by then.
final class Pruning {
    static final int BATCH = 1_000; // events

    private final Database database;
    private final Clocks clocks;
    private final SigningKeys keys;
    private final Duration retention;
    private final EventStore events = new EventStore();
    private final EndpointStore endpoints = new EndpointStore();

    Pruning(Database database, Clocks clocks, SigningKeys keys, Duration retention) {
        this.database = database;
        this.clocks = clocks;
        this.keys = keys;
        this.retention = retention;
    }

    /// Does one batch of a world and says whether there may be more.
    boolean prune(WorldId world) {
        Instant before = clocks.now(world).minus(retention);
        keys.prune(world);
        return database.transaction(tx -> {
            endpoints.prune(tx, world, before);
            return events.prune(tx, world, before, BATCH) == BATCH;
        });
    }
}
