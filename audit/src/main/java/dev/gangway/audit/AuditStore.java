package dev.gangway.audit;

import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The recorded events as people read them: added, listed, never changed.
final class AuditStore {
    void insert(Handle tx, AuditEntry entry, String changes, Instant at) {
        tx.createUpdate("""
                insert into audit.event (world_id, at, partner, subject, actor, request_id, action, changes)
                values (:world, :at, :partner, :subject, :actor, :requestId, :action, :changes::json)
                """)
                .bind("world", entry.world().value())
                .bind("at", at)
                .bind("partner", entry.partner())
                .bind("subject", entry.subject())
                .bind("actor", entry.actor().name())
                .bind("requestId", entry.actor().requestId())
                .bind("action", entry.action())
                .bind("changes", changes)
                .execute();
    }

    /// The newest `limit` events of `subject`, oldest first. Index: `event_subject`.
    List<AuditEvent> timeline(Handle tx, WorldId world, String subject, int limit) {
        return tx.createQuery("""
                select world_id, id, at, partner, subject, actor, request_id, action, changes,
                       position, encode(hash, 'hex') as hash
                  from (select world_id, id, at, partner, subject, actor, request_id, action, changes, position, hash
                          from audit.event
                         where world_id = :world and subject = :subject
                         order by id desc limit :limit) newest
                 order by id
                """)
                .bind("world", world.value())
                .bind("subject", subject)
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list();
    }

    /// At most `limit` events whose id is below `below`, newest first. One statement for each of the indexes that can
    /// serve it.
    List<AuditEvent> list(Handle tx, WorldId world, AuditFilter filter, long below, int limit) {
        if (filter.subject() != null) {
            return listOfSubject(tx, world, filter.subject(), filter, below, limit);
        }
        return filter.partner() != null
                ? listOfPartner(tx, world, filter.partner(), filter.action(), below, limit)
                : listAll(tx, world, filter.action(), below, limit);
    }

    /// Index: primary key.
    private List<AuditEvent> listAll(Handle tx, WorldId world, @Nullable String action, long below, int limit) {
        return tx.createQuery("""
                select world_id, id, at, partner, subject, actor, request_id, action, changes,
                       position, encode(hash, 'hex') as hash
                  from audit.event
                 where world_id = :world and id < :below
                   and (:action::text is null or action = :action)
                 order by id desc limit :limit
                """)
                .bind("world", world.value())
                .bind("action", action)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list();
    }

    /// Index: `event_partner`.
    private List<AuditEvent> listOfPartner(
            Handle tx, WorldId world, String partner, @Nullable String action, long below, int limit) {
        return tx.createQuery("""
                select world_id, id, at, partner, subject, actor, request_id, action, changes,
                       position, encode(hash, 'hex') as hash
                  from audit.event
                 where world_id = :world and partner = :partner and id < :below
                   and (:action::text is null or action = :action)
                 order by id desc limit :limit
                """)
                .bind("world", world.value())
                .bind("partner", partner)
                .bind("action", action)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list();
    }

    /// Index: `event_subject`.
    private List<AuditEvent> listOfSubject(
            Handle tx, WorldId world, String subject, AuditFilter also, long below, int limit) {
        return tx.createQuery("""
                select world_id, id, at, partner, subject, actor, request_id, action, changes,
                       position, encode(hash, 'hex') as hash
                  from audit.event
                 where world_id = :world and subject = :subject and id < :below
                   and (:partner::text is null or partner = :partner)
                   and (:action::text is null or action = :action)
                 order by id desc limit :limit
                """)
                .bind("world", world.value())
                .bind("subject", subject)
                .bind("partner", also.partner())
                .bind("action", also.action())
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list();
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        StoredEvent event = StoredEvent.of(row);
        String hash = row.getString("hash");
        return new AuditEvent(
                event.id(),
                hash == null ? null : row.getLong("position"),
                event.at(),
                event.partner(),
                event.subject(),
                event.actor(),
                event.requestId(),
                event.action(),
                Json.parse(event.changes()),
                hash);
    }
}
