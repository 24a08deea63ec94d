package dev.gangway.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The one PostgreSQL and its transactions. Thread-safe.
public final class Database implements AutoCloseable {
    /// The transaction that the current call runs in. Scoped, not thread-local: it ends with the call and
    /// cannot leak into another.
    private static final ScopedValue<Transaction> CURRENT = ScopedValue.newInstance();

    private final ConnectionPool pool;
    private final Jdbi jdbi;

    Database(ConnectionPool pool, Jdbi jdbi) {
        this.pool = pool;
        this.jdbi = jdbi;
    }

    /// Opens the pool and brings the schemas of `modules` up to date, in that order.
    public static Database open(DatabaseConfig config, List<String> modules) {
        ConnectionPool pool = ConnectionPool.open(config);
        Migrations.run(pool.dataSource(), modules);
        return new Database(pool, pool.jdbi());
    }

    /// Runs `work` in one transaction: committed when it returns, rolled back when it throws. Called inside
    /// another transaction, it joins that one; so a facade method is one transaction, and so is whatever
    /// wraps it.
    public <T> T transaction(Function<Handle, T> work) {
        if (CURRENT.isBound()) {
            return work.apply(CURRENT.get().handle());
        }
        List<Runnable> afterCommit = new ArrayList<>();
        T result = jdbi.inTransaction(handle ->
                ScopedValue.where(CURRENT, new Transaction(handle, afterCommit)).call(() -> work.apply(handle)));
        afterCommit.forEach(Runnable::run);
        return result;
    }

    /// Like [#transaction], for work without a result.
    public void run(Consumer<Handle> work) {
        boolean done = transaction(handle -> {
            work.accept(handle);
            return true;
        });
        assert done;
    }

    /// Runs read-only `work` without a transaction of its own: each statement sees what is committed by then
    /// (or, called inside a transaction, what that sees).
    public <T> T read(Function<Handle, T> work) {
        return CURRENT.isBound() ? work.apply(CURRENT.get().handle()) : jdbi.withHandle(work::apply);
    }

    /// Runs `action` once the surrounding transaction has committed, never when it rolled back; at once when
    /// there is none. For waking workers: it must not fail and need not happen.
    public void afterCommit(Runnable action) {
        if (CURRENT.isBound()) {
            CURRENT.get().afterCommit().add(action);
        } else {
            action.run();
        }
    }

    /// Whether the current call runs inside a transaction, so that what it reads may never be committed.
    public boolean isInTransaction() {
        return CURRENT.isBound();
    }

    /// Sends `payload` to every node that listens on `channel`, once the surrounding transaction (or one of its own)
    /// commits. For rare events, as [#listen] explains.
    public void publish(String channel, String payload) {
        run(tx -> tx.createUpdate("select pg_notify(:channel, :payload)")
                .bind("channel", channel)
                .bind("payload", payload)
                .execute());
    }

    /// Calls `listener` with the payload of every NOTIFY on `channel`, from any node, and with an empty
    /// payload whenever notifications may have been missed (connect, reconnect): drop everything then.
    /// NOTIFY itself serialises commits, so it is for rare events such as a revoked key, never for the hot path.
    public void listen(String channel, Consumer<String> listener) {
        pool.listen(channel, listener);
    }

    /// Whether a trivial statement succeeds now.
    public boolean isReachable() {
        return pool.isReachable();
    }

    @Override
    public void close() {
        pool.close();
    }

    private record Transaction(Handle handle, List<Runnable> afterCommit) {}
}
