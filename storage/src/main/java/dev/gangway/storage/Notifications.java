package dev.gangway.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// LISTEN on any number of channels over one connection of its own, reconnecting for as long as it is open.
/// A listener that throws is treated like a lost connection: all hear again that they may have missed something.
final class Notifications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final Duration POLL = Duration.ofMillis(500); // until a new listener or a dead peer is noticed
    private static final int ANSWERS_WITHIN_SECONDS = 1;
    private static final String MISSED_SOME = "";

    private final DatabaseConfig config;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private volatile boolean closed;

    Notifications(DatabaseConfig config) {
        this.config = config;
    }

    /// Takes effect within [#POLL], and tells so by an empty payload. The first call opens the connection: a
    /// process that listens to nothing needs none.
    synchronized void listen(String channel, Consumer<String> action) {
        listeners.add(new Listener(channel, action));
        if (thread == null && !closed) {
            thread = Thread.ofVirtual().name("notifications").start(this::run);
        }
    }

    private void run() {
        while (!closed) {
            try (Connection connection = DriverManager.getConnection(config.url(), config.driverProperties())) {
                receive(connection);
            } catch (SQLException | RuntimeException lost) {
                if (!closed) {
                    LOG.atWarn().setCause(lost).log("listening was interrupted, reconnecting");
                    recover();
                }
            }
        }
    }

    private void receive(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        Set<Listener> active = new HashSet<>();
        while (!closed) {
            for (Listener listener : listeners) {
                if (active.add(listener)) {
                    listen(connection, listener);
                }
            }
            PGNotification[] received = postgres.getNotifications((int) POLL.toMillis());
            for (PGNotification notification : received) {
                deliver(notification);
            }
            // Silence may be a peer that is gone without a word; TCP alone would tell after hours.
            if (received.length == 0 && !connection.isValid(ANSWERS_WITHIN_SECONDS)) {
                throw new SQLException("the database no longer answers");
            }
        }
    }

    private static void listen(Connection connection, Listener listener) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen \"" + listener.channel() + "\"");
        }
        listener.action().accept(MISSED_SOME);
    }

    private void deliver(PGNotification notification) {
        for (Listener listener : listeners) {
            if (listener.channel().equals(notification.getName())) {
                listener.action().accept(notification.getParameter());
            }
        }
    }

    /// Between two connections nothing cached may be trusted for longer than one attempt takes.
    private void recover() {
        try {
            Thread.sleep(POLL);
            listeners.forEach(listener -> listener.action().accept(MISSED_SOME));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.atError().setCause(failed).log("a listener failed, its cache may be stale until it is told again");
        }
    }

    /// Ends at once: the interrupt closes the socket that the thread reads from.
    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private record Listener(String channel, Consumer<String> action) {}
}
