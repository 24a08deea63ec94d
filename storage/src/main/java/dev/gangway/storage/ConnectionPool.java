package dev.gangway.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// The pooled connections and the listeners beside them.
final class ConnectionPool implements AutoCloseable {
    private static final int REACHABLE_WITHIN_SECONDS = 2;

    private final HikariDataSource dataSource;
    private final DatabaseConfig config;
    private final List<NotificationListener> listeners = new CopyOnWriteArrayList<>();

    private ConnectionPool(HikariDataSource dataSource, DatabaseConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    static ConnectionPool open(DatabaseConfig config) {
        HikariConfig hikari = new HikariConfig();
        hikari.setJdbcUrl(config.url());
        hikari.setUsername(config.user());
        hikari.setPassword(config.password().reveal());
        hikari.setMaximumPoolSize(config.connections());
        hikari.setMinimumIdle(Math.min(2, config.connections()));
        hikari.setPoolName("gangway");
        hikari.addDataSourceProperty("prepareThreshold", 1); // every statement is a constant: plan it once
        hikari.addDataSourceProperty("tcpKeepAlive", true);
        hikari.addDataSourceProperty("ApplicationName", "gangway");
        return new ConnectionPool(new HikariDataSource(hikari), config);
    }

    DataSource dataSource() {
        return dataSource;
    }

    Jdbi jdbi() {
        return Jdbi.create(dataSource);
    }

    void listen(String channel, Consumer<String> listener) {
        listeners.add(new NotificationListener(config, channel, listener));
    }

    boolean isReachable() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(REACHABLE_WITHIN_SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    @Override
    public void close() {
        listeners.forEach(NotificationListener::close);
        dataSource.close();
    }
}
