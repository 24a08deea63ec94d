package dev.gangway.gateway;

import dev.gangway.base.Clocks;
import dev.gangway.base.Worker;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who called what. Calls are written in batches, out of their way, and all of them before a clean stop; a process that
/// dies loses the last fifth of a second. When the database lags behind, calls wait. Thread-safe.
final class CallLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
    private static final int BATCH = 125; // calls; more of them hold up those beside them
    private static final int ENOUGH = 100; // calls, to write before the time has come
    private static final int PRUNED_AT_ONCE = 500;
    private static final int MOST_WAITING = 5_000;
    private static final Duration WRITE_EVERY = Duration.ofMillis(200);
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(10);

    private final Database database;
    private final Clocks clocks;
    private final Duration retention;
    private final Supplier<List<WorldId>> worlds;
    private final CallStore store = new CallStore();
    private final BlockingQueue<CallRecord> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile @Nullable Worker writer;
    private @Nullable Worker pruning;

    CallLog(Database database, Clocks clocks, Duration retention, Supplier<List<WorldId>> worlds) {
        this.database = database;
        this.clocks = clocks;
        this.retention = retention;
        this.worlds = worlds;
    }

    /// Of a call that was broken off too: an interrupted thread can still leave its record where there is room.
    void add(CallRecord call) {
        if (!waiting.offer(call)) {
            try {
                waiting.put(call);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
        Worker writing = writer;
        if (writing != null && waiting.size() >= ENOUGH) {
            writing.wake();
        }
    }

    List<CallRecord> list(WorldId world, CallFilter filter, long below, int limit) {
        return database.read(tx -> store.list(tx, world, filter, below, limit));
    }

    /// The ids of the newest, oldest first.
    List<Long> ids(WorldId world, CallFilter filter, int limit) {
        return database.read(tx -> store.ids(tx, world, filter, limit)).reversed();
    }

    /// In the order of their ids; those that were deleted meanwhile are left out.
    List<CallRecord> those(WorldId world, List<Long> ids) {
        return database.read(tx -> store.those(tx, world, ids));
    }

    Optional<CallRecord> find(WorldId world, long id) {
        return database.read(tx -> store.find(tx, world, id));
    }

    void start() {
        writer = new Worker("call-log", WRITE_EVERY, this::write);
        pruning = new Worker("call-log-pruning", PRUNE_EVERY, this::prune);
    }

    /// Writes what waits.
    ///
    /// @return whether there may be more right away
    private synchronized boolean write() {
        List<CallRecord> batch = new ArrayList<>(BATCH);
        waiting.drainTo(batch, BATCH);
        if (batch.isEmpty()) {
            return false;
        }
        try {
            database.run(tx -> store.insert(tx, batch));
        } catch (RuntimeException failed) {
            batch.forEach(waiting::offer); // at the end of the queue: late, not lost
            throw failed; // the worker says so, and pauses whoever wakes it
        }
        return batch.size() == BATCH;
    }

    /// Everything that was added before this call is in the database after it.
    void flush() {
        boolean more;
        do {
            more = write();
        } while (more);
    }

    private boolean prune() {
        boolean more = false;
        for (WorldId world : worlds.get()) {
            more |= database.transaction(
                            tx -> store.prune(tx, world, clocks.now(world).minus(retention), PRUNED_AT_ONCE))
                    == PRUNED_AT_ONCE;
        }
        return more;
    }

    @Override
    public void close() {
        Worker writing = writer;
        if (writing != null) {
            writing.close();
        }
        if (pruning != null) {
            pruning.close();
        }
        try {
            flush();
        } catch (RuntimeException failed) {
            LOG.atWarn().setCause(failed).addKeyValue("calls", waiting.size()).log("the call log was not all written");
        }
    }
}
