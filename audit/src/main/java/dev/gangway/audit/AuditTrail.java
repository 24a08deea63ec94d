package dev.gangway.audit;

import dev.gangway.base.Clocks;
import dev.gangway.base.Json;
import dev.gangway.base.Page;
import dev.gangway.base.RouteTable;
import dev.gangway.base.Worker;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who changed what, when and with which request. Events are added inside the change's own transaction and chained
/// by hashes about a second later, so that recording never makes two changes wait for each other. Thread-safe.
public final class AuditTrail implements AutoCloseable {
    private static final Duration SEAL_EVERY = Duration.ofSeconds(1);
    private static final int TIMELINE = 500; // events

    private final Database database;
    private final Clocks clocks;
    private final Supplier<List<WorldId>> worlds;
    private final AuditStore store = new AuditStore();
    private final ChainStore chain = new ChainStore();
    private final Sealer sealer;
    private @Nullable Worker worker;

    /// @param worlds those whose events are to be chained
    public AuditTrail(Database database, Clocks clocks, Supplier<List<WorldId>> worlds) {
        this.database = database;
        this.clocks = clocks;
        this.worlds = worlds;
        this.sealer = new Sealer(database, chain);
    }

    /// Adds one event inside the caller's transaction (or one of its own): on record if, and only if, the change is.
    /// Keeps what differs between `before` and `after`, with secrets and contact data masked.
    public void record(AuditEntry entry) {
        String changes = Json.text(Changes.between(entry.before(), entry.after()));
        database.run(tx -> store.insert(tx, entry, changes, clocks.now(entry.world())));
    }

    /// What is on record about `subject`, oldest first: the newest 500 events when there are more.
    public List<AuditEvent> timeline(WorldId world, String subject) {
        return database.read(tx -> store.timeline(tx, world, subject, TIMELINE));
    }

    /// One page of what is on record, newest first.
    ///
    /// @param below only events older than the one with this id; empty for the newest
    /// @param limit at most so many
    public Page<AuditEvent> list(WorldId world, AuditFilter filter, OptionalLong below, int limit) {
        long id = below.orElse(Long.MAX_VALUE);
        List<AuditEvent> rows = database.read(tx -> store.list(tx, world, filter, id, limit + 1));
        return Page.of(rows, limit, event -> String.valueOf(event.id()));
    }

    /// Recomputes the whole chain of `world`, including what was committed before this call.
    public Verification verify(WorldId world) {
        sealer.sealAll(world);
        return new Chain(database, chain, world).verify();
    }

    /// Writes the whole chain of `world` as NDJSON, one event per line in chain order, including what was committed
    /// before this call. A line's `hash` is the SHA-256 of its 32-byte `previous_hash` and the line itself
    /// without its last two members (`previous_hash`, `hash`).
    public void export(WorldId world, OutputStream out) throws IOException {
        sealer.sealAll(world);
        new Chain(database, chain, world).write(out);
    }

    public RouteTable routes() {
        return new AuditRoutes(this);
    }

    /// Begins to chain what was and will be recorded.
    public void start() {
        worker = new Worker("audit-sealing", SEAL_EVERY, this::sealEverywhere);
    }

    private boolean sealEverywhere() {
        boolean more = false;
        for (WorldId world : worlds.get()) {
            more |= sealer.sealBatch(world);
        }
        return more;
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }
}
