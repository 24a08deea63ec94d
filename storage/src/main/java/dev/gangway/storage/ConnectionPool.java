package dev.gangway.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/// The pooled connections.
final class ConnectionPool {
    private static final int OLDEST_RELEASE = 15;
    /// A process that froze in the midst of a transaction holds its locks no longer than this.
    private static final String FROZEN = "set idle_in_transaction_session_timeout = '30s'";

    private static final Duration LONGEST_WAIT =
            Duration.ofSeconds(10); // for a free connection; then the request fails

    private ConnectionPool() {}

    /// @throws StorageException when the database does not answer, refuses us, or is too old
    static HikariDataSource open(DatabaseConfig config) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("gangway");
        hikari.setJdbcUrl(config.url());
        hikari.setDataSourceProperties(config.driverProperties());
        hikari.setMaximumPoolSize(config.connections());
        hikari.setMinimumIdle(2);
        hikari.setConnectionInitSql(FROZEN);
        hikari.setConnectionTimeout(LONGEST_WAIT.toMillis());
        try {
            return refuseOld(new HikariDataSource(hikari), config);
        } catch (PoolInitializationException unreachable) {
            Throwable reason = unreachable.getCause() == null ? unreachable : unreachable.getCause();
            throw new StorageException(
                    "cannot use the database %s as %s: %s".formatted(config.url(), config.user(), reason.getMessage()),
                    unreachable);
        }
    }

    private static HikariDataSource refuseOld(HikariDataSource pool, DatabaseConfig config) {
        try (Connection connection = pool.getConnection()) {
            int release = connection.getMetaData().getDatabaseMajorVersion();
            if (release >= OLDEST_RELEASE) {
                return pool;
            }
            pool.close();
            throw new StorageException("the database %s is PostgreSQL %d: at least %d is needed"
                    .formatted(config.url(), release, OLDEST_RELEASE));
        } catch (SQLException lost) {
            pool.close();
            throw new StorageException(
                    "cannot use the database %s: %s".formatted(config.url(), lost.getMessage()), lost);
        }
    }

    /// Messages of failed statements leave out the values bound to them: these may be secrets, and get logged.
    static Jdbi jdbi(HikariDataSource pool) {
        Jdbi jdbi = Jdbi.create(pool)
                .registerArrayType(String.class, "text")
                .registerArrayType(Long.class, "bigint")
                .registerArrayType(byte[].class, "bytea");
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}
