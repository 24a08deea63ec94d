package dev.gangway.gateway;

import dev.gangway.base.WorldId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// Rows of `gateway.connection`.
final class ConnectionStore {
    /// A connection with its values, still sealed.
    record Sealed(Connection connection, byte[] values) {}

    private static final RowMapper<Connection> CONNECTION = (row, _) -> connection(row);

    /// By name. Index: the primary key.
    List<Connection> list(Handle tx, WorldId world) {
        return tx.createQuery("""
                select world_id, name, provider, server, environment, credentials, log_bodies, created_at, changed_at
                  from gateway.connection
                 where world_id = :world
                 order by name
                """).bind("world", world.value()).map(CONNECTION).list();
    }

    Optional<Sealed> find(Handle tx, WorldId world, String name) {
        return tx.createQuery("""
                select world_id, name, provider, server, environment, credentials, log_bodies, created_at, changed_at,
                       sealed
                  from gateway.connection
                 where world_id = :world and name = :name
                """)
                .bind("world", world.value())
                .bind("name", name)
                .map((row, _) -> new Sealed(connection(row), row.getBytes("sealed")))
                .findOne();
    }

    /// Makes it, or makes it anew; its age stays.
    void put(Handle tx, Connection connection, byte[] sealed) {
        tx.createUpdate("""
                insert into gateway.connection
                  (world_id, name, provider, server, environment, credentials, sealed, log_bodies, created_at,
                   changed_at)
                values (:world, :name, :provider, :server, :environment, :credentials, :sealed, :logBodies, :created,
                   :changed)
                on conflict (world_id, name) do update
                   set provider = excluded.provider, server = excluded.server, environment = excluded.environment,
                       credentials = excluded.credentials, sealed = excluded.sealed,
                       log_bodies = excluded.log_bodies, changed_at = excluded.changed_at
                """)
                .bind("world", connection.world().value())
                .bind("name", connection.name())
                .bind("provider", connection.provider())
                .bind("server", connection.server())
                .bind("environment", connection.environment())
                .bindArray("credentials", String.class, connection.credentials())
                .bind("sealed", sealed)
                .bind("logBodies", connection.logBodies())
                .bind("created", connection.createdAt())
                .bind("changed", connection.changedAt())
                .execute();
    }

    boolean delete(Handle tx, WorldId world, String name) {
        return tx.createUpdate("delete from gateway.connection where world_id = :world and name = :name")
                        .bind("world", world.value())
                        .bind("name", name)
                        .execute()
                == 1;
    }

    private static Connection connection(ResultSet row) throws SQLException {
        return new Connection(
                new WorldId(row.getString("world_id")),
                row.getString("name"),
                row.getString("provider"),
                row.getString("server"),
                row.getString("environment"),
                List.of((String[]) row.getArray("credentials").getArray()),
                row.getBoolean("log_bodies"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
