package dev.gangway.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// LISTEN on one channel over a connection of its own, reconnecting for as long as it is open.
final class NotificationListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationListener.class);
    private static final Duration POLL = Duration.ofMillis(500); // bounds how long close() takes
    private static final Duration RECONNECT = Duration.ofMillis(500);

    private final DatabaseConfig config;
    private final String channel;
    private final Consumer<String> listener;
    private final Thread thread;
    private volatile boolean closed;

    NotificationListener(DatabaseConfig config, String channel, Consumer<String> listener) {
        this.config = config;
        this.channel = channel;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("listen-" + channel).start(this::run);
    }

    private void run() {
        while (!closed) {
            try (Connection connection = DriverManager.getConnection(
                            config.url(), config.user(), config.password().reveal());
                    Statement statement = connection.createStatement()) {
                statement.execute("listen \"" + channel + "\"");
                listener.accept("");
                receive(connection.unwrap(PGConnection.class));
            } catch (SQLException lost) {
                listener.accept(""); // until we listen again, nothing cached may be trusted for long
                LOG.atWarn().addKeyValue("channel", channel).log("listening was interrupted, reconnecting");
                pause();
            }
        }
    }

    private void receive(PGConnection connection) throws SQLException {
        while (!closed) {
            PGNotification[] received = connection.getNotifications((int) POLL.toMillis());
            if (received != null) {
                for (PGNotification notification : received) {
                    listener.accept(notification.getParameter());
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RECONNECT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
