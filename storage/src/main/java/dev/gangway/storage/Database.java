package dev.gangway.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The one PostgreSQL and its transactions. Thread-safe.
public final class Database implements AutoCloseable {
    private static final int REACHABLE_WITHIN_SECONDS = 2;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Notifications notifications;

    /// The transaction that the current call runs in. Scoped, not thread-local: it ends with the call and
    /// cannot leak into another.
    private final ScopedValue<Transaction> current = ScopedValue.newInstance();

    private Database(HikariDataSource pool, Notifications notifications) {
        this.pool = pool;
        this.jdbi = ConnectionPool.jdbi(pool);
        this.notifications = notifications;
    }

    /// Opens the pool and brings the schemas of `modules` up to date, in that order.
    ///
    /// @throws StorageException when the database does not answer, refuses us, or is older than PostgreSQL 15
    public static Database open(DatabaseConfig config, List<String> modules) {
        HikariDataSource pool = ConnectionPool.open(config);
        try {
            new Migrations(pool).run(modules);
        } catch (RuntimeException failed) {
            pool.close();
            throw failed;
        }
        return new Database(pool, new Notifications(config));
    }

    /// Runs `work` in one transaction (READ COMMITTED): committed when it returns, rolled back when it throws, and
    /// what it throws arrives as it is. Called inside another transaction, it joins that one; so a facade method
    /// is one transaction, and so is whatever wraps it. Whoever wraps it must let what it throws pass: caught
    /// inside, the half that was done is committed with the rest.
    public <T extends @Nullable Object> T transaction(Function<Handle, T> work) {
        if (current.isBound()) {
            return work.apply(current.get().handle());
        }
        Ending ending = new Ending();
        T result;
        try {
            result = jdbi.inTransaction(handle -> ending.commits(
                    ScopedValue.where(current, new Transaction(handle, ending)).call(() -> work.apply(handle))));
        } catch (Throwable failed) {
            ending.failed();
            throw failed;
        }
        ending.committed();
        return result;
    }

    /// Like [#transaction], for work without a result.
    public void run(Consumer<Handle> work) {
        this.<@Nullable Void>transaction(handle -> {
            work.accept(handle);
            return null;
        });
    }

    /// Runs read-only `work` without a transaction of its own: each statement sees what is committed by then
    /// (or, called inside a transaction, what that sees).
    public <T extends @Nullable Object> T read(Function<Handle, T> work) {
        return current.isBound() ? work.apply(current.get().handle()) : jdbi.withHandle(work::apply);
    }

    /// Runs one statement that changes something: a transaction of its own, without the round trip of a commit, or a
    /// part of the surrounding one.
    public <T extends @Nullable Object> T statement(Function<Handle, T> statement) {
        return read(statement);
    }

    /// Runs `action` once the surrounding transaction has committed, never when it rolled back; at once when
    /// there is none. For waking workers: it need not happen (the process may die before), and when it throws,
    /// that is logged and the caller does not notice, for the commit stands.
    public void afterCommit(Runnable action) {
        if (current.isBound()) {
            current.get().ending().afterCommit(action);
        } else {
            Ending.runQuietly(action);
        }
    }

    /// Runs `action` once the surrounding transaction has ended, committed or not, before what waits for its commit; at
    /// once when there is none. Never when the connection broke while its commit was on the way: PostgreSQL may be
    /// carrying that out for some time still. For what memory holds about it.
    public void afterEnd(Runnable action) {
        if (current.isBound()) {
            current.get().ending().afterEnd(action);
        } else {
            Ending.runQuietly(action);
        }
    }

    /// Whether the current call runs inside a transaction, so that what it reads may never be committed.
    public boolean isInTransaction() {
        return current.isBound();
    }

    /// Sends `payload` to every node that listens on `channel`, once the surrounding transaction (or one of its own)
    /// commits. For rare events, as [#listen] explains.
    public void publish(String channel, String payload) {
        run(tx -> tx.createUpdate("select pg_notify(:channel, :payload)")
                .bind("channel", channel)
                .bind("payload", payload)
                .execute());
    }

    /// Calls `listener` with the payload of every NOTIFY on `channel`, from any node, and with an empty payload
    /// whenever notifications may have been missed (from the start on, and while there is no connection): drop
    /// everything then. One thread serves all listeners, so they must not wait.
    ///
    /// NOTIFY itself serialises commits: it is for rare events such as a revoked key, never for the hot path.
    public void listen(String channel, Consumer<String> listener) {
        notifications.listen(channel, listener);
    }

    /// Whether the database answers now, within two seconds of getting a connection.
    public boolean isReachable() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(REACHABLE_WITHIN_SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    /// The server's release, such as `18.6`.
    public String release() {
        return read(handle ->
                handle.createQuery("show server_version").mapTo(String.class).one());
    }

    @Override
    public void close() {
        notifications.close();
        pool.close();
    }

    private record Transaction(Handle handle, Ending ending) {}
}
