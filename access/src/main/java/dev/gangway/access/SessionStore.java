package dev.gangway.access;

import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Signed-in browsers at rest.
final class SessionStore {
    record Session(WorldId world, String id, Instant expiresAt) {}

    void insert(Handle tx, WorldId world, String id, Secret text, Instant createdAt, Instant expiresAt) {
        tx.createUpdate("""
                insert into access.session (world_id, id, hash, created_at, expires_at)
                values (:world, :id, :hash, :createdAt, :expiresAt)
                """)
                .bind("world", world.value())
                .bind("id", id)
                .bind("hash", text.hash())
                .bind("createdAt", createdAt)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    /// The session with this text; it may have expired. Index: `session_hash`.
    Optional<Session> find(Handle tx, Secret text) {
        return tx.createQuery("""
                select world_id, id, expires_at from access.session where hash = :hash
                """)
                .bind("hash", text.hash())
                .map((row, context) -> new Session(
                        new WorldId(row.getString("world_id")),
                        row.getString("id"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    /// Index: `session_hash`.
    void delete(Handle tx, Secret text) {
        tx.createUpdate("""
                delete from access.session where hash = :hash
                """).bind("hash", text.hash()).execute();
    }

    void deleteExpired(Handle tx, WorldId world, Instant now) {
        tx.createUpdate("""
                delete from access.session where world_id = :world and expires_at <= :now
                """).bind("world", world.value()).bind("now", now).execute();
    }
}
