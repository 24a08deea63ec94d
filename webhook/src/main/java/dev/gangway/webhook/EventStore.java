package dev.gangway.webhook;

import static dev.gangway.webhook.Columns.instant;

import dev.gangway.base.Environment;
import dev.gangway.base.Ids;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// Rows of `webhook.event`.
final class EventStore {
    private static final RowMapper<Event> EVENT = (row, _) -> new Event(
            new WorldId(row.getString("world_id")),
            row.getString("id"),
            row.getLong("position"),
            row.getString("partner_id"),
            Environment.of(row.getString("environment")),
            row.getString("subject"),
            EventType.valueOf(row.getString("type")),
            row.getBytes("body"),
            instant(row, "created_at"));

    void insert(Handle tx, EventDraft draft, Instant now) {
        tx.createUpdate("""
                insert into webhook.event (world_id, id, partner_id, environment, subject, type, body, created_at)
                values (:world, :id, :partner, :environment, :subject, :type, :body, :now)
                """)
                .bind("world", draft.world().value())
                .bind("id", Ids.of("evt"))
                .bind("partner", draft.partner())
                .bind("environment", draft.environment().wire())
                .bind("subject", draft.subject())
                .bind("type", draft.type().name())
                .bind("body", EventBody.of(draft))
                .bind("now", now)
                .execute();
    }

    /// Numbers at most `limit` unpublished events from `last` + 1 on, in the order of their writing, and
    /// returns them in no order. The caller holds the feed. Index: `event_unpublished`.
    List<Event> publish(Handle tx, WorldId world, long last, int limit) {
        return tx.createQuery("""
                with oldest as materialized (
                  select id, number from webhook.event
                   where world_id = :world and position is null
                   order by number limit :limit),
                placed as (
                  select id, row_number() over (order by number) as place from oldest)
                update webhook.event
                   set position = :last + placed.place
                  from placed
                 where event.world_id = :world and event.id = placed.id
                returning event.world_id, event.id, event.position, event.partner_id, event.environment, event.subject,
                          event.type, event.body, event.created_at
                """)
                .bind("world", world.value())
                .bind("last", last)
                .bind("limit", limit)
                .map(EVENT)
                .list();
    }

    /// Index: `event_feed`.
    List<Event> after(Handle tx, WorldId world, long position, int limit) {
        return tx.createQuery("""
                select world_id, id, position, partner_id, environment, subject, type, body, created_at
                  from webhook.event
                 where world_id = :world and position > :position
                 order by position limit :limit
                """)
                .bind("world", world.value())
                .bind("position", position)
                .bind("limit", limit)
                .map(EVENT)
                .list();
    }

    /// Index: `event_feed_of_partner`.
    List<Event> afterOfPartner(Handle tx, WorldId world, String partner, long position, int limit) {
        return tx.createQuery("""
                select world_id, id, position, partner_id, environment, subject, type, body, created_at
                  from webhook.event
                 where world_id = :world and partner_id = :partner and position > :position
                 order by position limit :limit
                """)
                .bind("world", world.value())
                .bind("partner", partner)
                .bind("position", position)
                .bind("limit", limit)
                .map(EVENT)
                .list();
    }

    /// Deletes those of the `limit` oldest published events that are from before `before`, with their
    /// deliveries and attempts, and says how many they were. Index: `event_feed`.
    int prune(Handle tx, WorldId world, Instant before, int limit) {
        return tx.createUpdate("""
                delete from webhook.event
                 where world_id = :world and created_at < :before and position in (
                   select position from webhook.event
                    where world_id = :world and position is not null
                    order by position limit :limit)
                """)
                .bind("world", world.value())
                .bind("before", before)
                .bind("limit", limit)
                .execute();
    }
}
