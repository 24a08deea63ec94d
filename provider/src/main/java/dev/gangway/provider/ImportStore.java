package dev.gangway.provider;

import dev.gangway.base.Actor;
import dev.gangway.base.WorldId;
import dev.gangway.provider.ImportJob.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Imports at rest.
final class ImportStore {
    /// An import that this node has claimed.
    ///
    /// @param document what was given; null when it is to be fetched from `url`
    record Claimed(
            WorldId world,
            String id,
            String provider,
            String source,
            @Nullable String url,
            byte @Nullable [] document,
            Actor actor) {}

    void insert(Handle tx, Claimed job, Instant at) {
        tx.createUpdate("""
                insert into provider.import (world_id, id, provider, source, url, document, state, operations_done,
                                             operations_total, unchanged, reason, actor, request_id, created_at)
                values (:world, :id, :provider, :source, :url, :document, 'waiting', 0, 0, false, '', :actor,
                        :requestId, :at)
                """)
                .bind("world", job.world().value())
                .bind("id", job.id())
                .bind("provider", job.provider())
                .bind("source", job.source())
                .bind("url", job.url())
                .bind("document", job.document())
                .bind("actor", job.actor().name())
                .bind("requestId", job.actor().requestId())
                .bind("at", at)
                .execute();
    }

    Optional<ImportJob> find(Handle tx, WorldId world, String id) {
        return tx.createQuery("""
                select id, provider, source, state, operations_done, operations_total, version, unchanged, reason,
                       created_at
                  from provider.import
                 where world_id = :world and id = :id
                """)
                .bind("world", world.value())
                .bind("id", id)
                .map((row, context) -> job(row))
                .findOne();
    }

    /// The newest imports, newest first.
    List<ImportJob> list(Handle tx, WorldId world, int limit) {
        return tx.createQuery("""
                select id, provider, source, state, operations_done, operations_total, version, unchanged, reason,
                       created_at
                  from provider.import
                 where world_id = :world
                 order by created_at desc, id limit :limit
                """)
                .bind("world", world.value())
                .bind("limit", limit)
                .map((row, context) -> job(row))
                .list();
    }

    /// Leases the oldest import that nobody works on. Index: `import_open`.
    Optional<Claimed> claim(Handle tx, Instant now, Instant leaseUntil) {
        return tx.createQuery("""
                update provider.import set lease_until = :leaseUntil
                 where (world_id, id) = (
                   select world_id, id from provider.import
                    where state not in ('done', 'refused') and (lease_until is null or lease_until < :now)
                    order by created_at limit 1
                    for update skip locked)
                returning world_id, id, provider, source, url, document, actor, request_id
                """)
                .bind("now", now)
                .bind("leaseUntil", leaseUntil)
                .map((row, context) -> new Claimed(
                        new WorldId(row.getString("world_id")),
                        row.getString("id"),
                        row.getString("provider"),
                        row.getString("source"),
                        row.getString("url"),
                        row.getBytes("document"),
                        new Actor(row.getString("actor"), row.getString("request_id"))))
                .findOne();
    }

    void progress(Handle tx, WorldId world, String id, State state, int done, int total) {
        tx.createUpdate("""
                update provider.import
                   set state = :state, operations_done = :done, operations_total = :total
                 where world_id = :world and id = :id
                """)
                .bind("world", world.value())
                .bind("id", id)
                .bind("state", state.word())
                .bind("done", done)
                .bind("total", total)
                .execute();
    }

    void done(Handle tx, WorldId world, String id, int version, boolean unchanged) {
        tx.createUpdate("""
                update provider.import
                   set state = 'done', version = :version, unchanged = :unchanged, document = null, lease_until = null
                 where world_id = :world and id = :id
                """)
                .bind("world", world.value())
                .bind("id", id)
                .bind("version", version)
                .bind("unchanged", unchanged)
                .execute();
    }

    void refused(Handle tx, WorldId world, String id, String reason) {
        tx.createUpdate("""
                update provider.import
                   set state = 'refused', reason = :reason, document = null, lease_until = null
                 where world_id = :world and id = :id
                """)
                .bind("world", world.value())
                .bind("id", id)
                .bind("reason", reason)
                .execute();
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        int version = row.getInt("version");
        return new ImportJob(
                row.getString("id"),
                row.getString("provider"),
                row.getString("source"),
                State.of(row.getString("state")),
                row.getInt("operations_done"),
                row.getInt("operations_total"),
                version == 0 ? null : version,
                row.getBoolean("unchanged"),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
