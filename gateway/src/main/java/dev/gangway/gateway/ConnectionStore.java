package dev.gangway.gateway;

import dev.gangway.allowance.Limits;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.oauth.TokenSource;
import dev.gangway.storage.SealedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// Rows of `gateway.connection`.
final class ConnectionStore {
    static final SealedColumn SEALED =
            new SealedColumn("gateway.connection", "sealed", true, List.of("world_id", "name", "provider", "server"));

    /// A connection with its values, still sealed.
    ///
    /// @param tokenExpires of the access token among the values; null when nobody knows
    record Sealed(
            Connection connection, byte[] values, @Nullable Instant tokenExpires) {
        static Sealed of(ResultSet row) throws SQLException {
            OffsetDateTime expires = row.getObject("token_expires_at", OffsetDateTime.class);
            return new Sealed(
                    ConnectionStore.connection(row),
                    row.getBytes("sealed"),
                    expires == null ? null : expires.toInstant());
        }
    }

    private static final RowMapper<Connection> CONNECTION = (row, _) -> connection(row);

    /// By name. Index: the primary key.
    List<Connection> list(Handle tx, WorldId world) {
        return tx.createQuery("""
                select world_id, name, provider, server, environment, credentials, tokens, per_minute, concurrent,
                       idempotency_header, log_bodies, created_at, changed_at
                  from gateway.connection
                 where world_id = :world
                 order by name
                """).bind("world", world.value()).map(CONNECTION).list();
    }

    Optional<Sealed> find(Handle tx, WorldId world, String name) {
        return tx.createQuery("""
                select world_id, name, provider, server, environment, credentials, tokens, per_minute, concurrent,
                       idempotency_header, log_bodies, created_at, changed_at, sealed, token_expires_at
                  from gateway.connection
                 where world_id = :world and name = :name
                """)
                .bind("world", world.value())
                .bind("name", name)
                .map((row, _) -> Sealed.of(row))
                .findOne();
    }

    /// Like [#find], holding the row until the transaction ends: one at a time fetches an access token.
    Optional<Sealed> lock(Handle tx, WorldId world, String name) {
        return tx.createQuery("""
                select world_id, name, provider, server, environment, credentials, tokens, per_minute, concurrent,
                       idempotency_header, log_bodies, created_at, changed_at, sealed, token_expires_at
                  from gateway.connection
                 where world_id = :world and name = :name
                   for update
                """)
                .bind("world", world.value())
                .bind("name", name)
                .map((row, _) -> Sealed.of(row))
                .findOne();
    }

    /// Keeps values with another access token among them.
    void renew(Handle tx, Connection connection, byte[] sealed, @Nullable Instant expires) {
        tx.createUpdate("""
                update gateway.connection set sealed = :sealed, token_expires_at = :expires
                 where world_id = :world and name = :name
                """)
                .bind("sealed", sealed)
                .bind("expires", expires)
                .bind("world", connection.world().value())
                .bind("name", connection.name())
                .execute();
    }

    /// Makes it, or makes it anew; its age stays.
    void put(Handle tx, Connection connection, byte[] sealed) {
        tx.createUpdate("""
                insert into gateway.connection
                  (world_id, name, provider, server, environment, credentials, tokens, per_minute, concurrent, sealed,
                   idempotency_header, log_bodies, created_at, changed_at)
                values (:world, :name, :provider, :server, :environment, :credentials, :tokens, :perMinute, :concurrent,
                   :sealed, :idempotencyHeader, :logBodies, :created, :changed)
                on conflict (world_id, name) do update
                   set provider = excluded.provider, server = excluded.server, environment = excluded.environment,
                       credentials = excluded.credentials, tokens = excluded.tokens,
                       per_minute = excluded.per_minute, concurrent = excluded.concurrent,
                       sealed = excluded.sealed, token_expires_at = null,
                       idempotency_header = excluded.idempotency_header,
                       log_bodies = excluded.log_bodies, changed_at = excluded.changed_at
                """)
                .bind("world", connection.world().value())
                .bind("name", connection.name())
                .bind("provider", connection.provider())
                .bind("server", connection.server())
                .bind("environment", connection.environment())
                .bindArray("credentials", String.class, connection.credentials())
                .bind("tokens", connection.tokens() == null ? null : Json.text(connection.tokens()))
                .bind("perMinute", connection.limits().perMinute())
                .bind("concurrent", connection.limits().concurrent())
                .bind("sealed", sealed)
                .bind("idempotencyHeader", connection.idempotencyHeader())
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
        String tokens = row.getString("tokens");
        return new Connection(
                new WorldId(row.getString("world_id")),
                row.getString("name"),
                row.getString("provider"),
                row.getString("server"),
                row.getString("environment"),
                List.of((String[]) row.getArray("credentials").getArray()),
                tokens == null ? null : Json.read(Json.parse(tokens), TokenSource.class),
                new Limits(row.getObject("per_minute", Integer.class), row.getObject("concurrent", Integer.class)),
                row.getString("idempotency_header"),
                row.getBoolean("log_bodies"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
