package dev.gangway.access;

import dev.gangway.base.LastUses.Use;
import dev.gangway.base.ListKey;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Access tokens at rest.
final class TokenStore {
    void insert(Handle tx, WorldId world, AccessToken token, Secret text) {
        tx.createUpdate("""
                insert into access.token (world_id, id, name, scope, connections, operations, hash, created_at,
                  expires_at)
                values (:world, :id, :name, :scope, :connections, :operations, :hash, :createdAt, :expiresAt)
                """)
                .bind("world", world.value())
                .bind("id", token.id())
                .bind("name", token.name())
                .bind("scope", token.scope().wire())
                .bindArray("connections", String.class, token.connections())
                .bindArray("operations", String.class, token.operations())
                .bind("hash", text.hash())
                .bind("createdAt", token.createdAt())
                .bind("expiresAt", token.expiresAt())
                .execute();
    }

    /// The token with this text, unless it was revoked; it may have expired. Index: `token_hash`.
    Optional<LiveToken> live(Handle tx, Secret text) {
        return tx.createQuery("""
                select world_id, id, scope, expires_at, connections, operations
                  from access.token
                 where hash = :hash and revoked_at is null
                """)
                .bind("hash", text.hash())
                .map((row, context) -> new LiveToken(
                        new WorldId(row.getString("world_id")),
                        row.getString("id"),
                        TokenScope.of(row.getString("scope")),
                        instant(row, "expires_at"),
                        texts(row, "connections"),
                        texts(row, "operations")))
                .findOne();
    }

    /// At most `limit` tokens that were not revoked and come before `key`, newest first. Index: `token_created`.
    List<AccessToken> list(Handle tx, WorldId world, ListKey key, int limit) {
        return tx.createQuery("""
                select id, name, scope, connections, operations, created_at, expires_at, last_used_at
                  from access.token
                 where world_id = :world and revoked_at is null and (created_at, id) < (:createdAt, :id)
                 order by created_at desc, id desc limit :limit
                """)
                .bind("world", world.value())
                .bind("createdAt", key.createdAt())
                .bind("id", key.id())
                .bind("limit", limit)
                .map((row, context) -> token(row))
                .list();
    }

    /// Revokes a token that was not; empty when there is none.
    Optional<Revoked> revoke(Handle tx, WorldId world, String id, Instant now) {
        return tx.createQuery("""
                update access.token set revoked_at = :now
                 where world_id = :world and id = :id and revoked_at is null
                returning id, name, scope, connections, operations, created_at, expires_at, last_used_at, encode(hash, 'hex') as hash
                """)
                .bind("world", world.value())
                .bind("id", id)
                .bind("now", now)
                .map((row, context) -> new Revoked(token(row), row.getString("hash")))
                .findOne();
    }

    /// @param hash in hex, the key under which nodes remember the token
    record Revoked(AccessToken token, String hash) {}

    void used(Handle tx, List<Use> uses) {
        tx.createUpdate("""
                update access.token set last_used_at = used.at
                  from unnest(:worlds, :ids, :times::timestamptz[]) as used (world_id, id, at)
                 where token.world_id = used.world_id and token.id = used.id
                   and (token.last_used_at is null or token.last_used_at < used.at)
                """)
                .bindArray(
                        "worlds",
                        String.class,
                        uses.stream().map(use -> use.world().value()).toList())
                .bindArray("ids", String.class, uses.stream().map(Use::id).toList())
                .bindArray(
                        "times",
                        String.class,
                        uses.stream().map(use -> use.at().toString()).toList())
                .execute();
    }

    private static AccessToken token(ResultSet row) throws SQLException {
        return new AccessToken(
                row.getString("id"),
                row.getString("name"),
                TokenScope.of(row.getString("scope")),
                texts(row, "connections"),
                texts(row, "operations"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "last_used_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
