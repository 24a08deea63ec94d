package dev.gangway.access;

import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// One-time links at rest.
final class LinkStore {
    record Link(WorldId world, Instant expiresAt) {}

    private static final RowMapper<Link> LINK = (row, context) -> new Link(
            new WorldId(row.getString("world_id")),
            row.getObject("expires_at", OffsetDateTime.class).toInstant());

    void insert(Handle tx, WorldId world, Secret code, Instant expiresAt) {
        tx.createUpdate("""
                insert into access.link (world_id, hash, expires_at) values (:world, :hash, :expiresAt)
                """)
                .bind("world", world.value())
                .bind("hash", code.hash())
                .bind("expiresAt", expiresAt)
                .execute();
    }

    /// Removes the link with this code, expired or not: the row lock makes one of many takers win. Index: `link_hash`.
    Optional<Link> take(Handle tx, Secret code) {
        return tx.createQuery("""
                delete from access.link where hash = :hash returning world_id, expires_at
                """).bind("hash", code.hash()).map(LINK).findOne();
    }

    /// The link with this code, expired or not, left where it is. Index: `link_hash`.
    Optional<Link> find(Handle tx, Secret code) {
        return tx.createQuery("""
                select world_id, expires_at from access.link where hash = :hash
                """).bind("hash", code.hash()).map(LINK).findOne();
    }

    void deleteExpired(Handle tx, WorldId world, Instant now) {
        tx.createUpdate("""
                delete from access.link where world_id = :world and expires_at <= :now
                """).bind("world", world.value()).bind("now", now).execute();
    }
}
