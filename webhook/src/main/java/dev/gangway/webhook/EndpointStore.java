package dev.gangway.webhook;

import static dev.gangway.webhook.Columns.instant;
import static dev.gangway.webhook.Columns.texts;

import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// Rows of `webhook.endpoint`. A deleted endpoint is found by nobody.
final class EndpointStore {
    static final RowMapper<Endpoint> ENDPOINT = (row, _) -> new Endpoint(
            new WorldId(row.getString("world_id")),
            row.getString("id"),
            row.getLong("number"),
            row.getString("partner_id"),
            Environment.of(row.getString("environment")),
            row.getString("url"),
            texts(row, "events").stream().map(EventType::valueOf).toList(),
            Optional.ofNullable(row.getString("paused_reason"))
                    .map(reason -> PauseReason.valueOf(reason.toUpperCase(Locale.ROOT))),
            instant(row, "created_at"));

    void insert(Handle tx, WorldId world, String id, String partner, EndpointDraft draft, Instant now) {
        tx.createUpdate("""
                insert into webhook.endpoint
                  (world_id, id, partner_id, environment, url, events, state, judged_from, created_at)
                values (:world, :id, :partner, :environment, :url, :events, 'active', :now, :now)
                """)
                .bind("world", world.value())
                .bind("id", id)
                .bind("partner", partner)
                .bind("environment", draft.requiredEnvironment().wire())
                .bind("url", draft.requiredUrl())
                .bindArray("events", String.class, names(draft.wantedEvents()))
                .bind("now", now)
                .execute();
    }

    Optional<Endpoint> find(Handle tx, WorldId world, String id) {
        return tx.createQuery("""
                select world_id, id, number, partner_id, environment, url, events, paused_reason, created_at
                  from webhook.endpoint
                 where world_id = :world and id = :id and state <> 'deleted'
                """)
                .bind("world", world.value())
                .bind("id", id)
                .map(ENDPOINT)
                .findOne();
    }

    /// Like [#find], and keeps others from changing or deleting it until the transaction ends.
    Optional<Endpoint> lock(Handle tx, WorldId world, String id) {
        return tx.createQuery("""
                select world_id, id, number, partner_id, environment, url, events, paused_reason, created_at
                  from webhook.endpoint
                 where world_id = :world and id = :id and state <> 'deleted'
                   for no key update
                """)
                .bind("world", world.value())
                .bind("id", id)
                .map(ENDPOINT)
                .findOne();
    }

    /// Oldest first. Index: `endpoint_of_partner`.
    List<Endpoint> ofPartner(Handle tx, WorldId world, String partner, long afterNumber, int limit) {
        return tx.createQuery("""
                select world_id, id, number, partner_id, environment, url, events, paused_reason, created_at
                  from webhook.endpoint
                 where world_id = :world and partner_id = :partner and state <> 'deleted' and number > :after
                 order by number limit :limit
                """)
                .bind("world", world.value())
                .bind("partner", partner)
                .bind("after", afterNumber)
                .bind("limit", limit)
                .map(ENDPOINT)
                .list();
    }

    /// All endpoints of `partners`, paused ones too, held against deletion until the transaction ends: a
    /// delivery made for an endpoint that goes away meanwhile would wait for ever. Index:
    /// `endpoint_of_partner`.
    List<Endpoint> listening(Handle tx, WorldId world, Collection<String> partners) {
        return tx.createQuery("""
                select world_id, id, number, partner_id, environment, url, events, paused_reason, created_at
                  from webhook.endpoint
                 where world_id = :world and partner_id = any(:partners::text[]) and state <> 'deleted'
                 order by number
                   for share
                """)
                .bind("world", world.value())
                .bindArray("partners", String.class, partners)
                .map(ENDPOINT)
                .list();
    }

    /// Sets URL and events. A new URL has not rejected anything yet.
    void change(Handle tx, WorldId world, String id, String url, List<EventType> events, Instant now) {
        tx.createUpdate("""
                update webhook.endpoint
                   set judged_from = case when url = :url then judged_from else :now end, url = :url, events = :events
                 where world_id = :world and id = :id and state <> 'deleted'
                """)
                .bind("world", world.value())
                .bind("id", id)
                .bind("url", url)
                .bindArray("events", String.class, names(events))
                .bind("now", now)
                .execute();
    }

    /// Says whether the endpoint was active before.
    boolean pause(Handle tx, WorldId world, String id, PauseReason reason, Instant now) {
        return tx.createUpdate("""
                update webhook.endpoint
                   set state = 'paused', paused_reason = :reason, paused_at = :now
                 where world_id = :world and id = :id and state = 'active'
                """)
                        .bind("world", world.value())
                        .bind("id", id)
                        .bind("reason", reason.stored())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /// What it rejected before is forgiven: it would be paused again at once.
    void resume(Handle tx, WorldId world, String id, Instant now) {
        tx.createUpdate("""
                update webhook.endpoint
                   set state = 'active', paused_reason = null, paused_at = null, judged_from = :now
                 where world_id = :world and id = :id and state = 'paused'
                """)
                .bind("world", world.value())
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    void delete(Handle tx, WorldId world, String id, Instant now) {
        tx.createUpdate("""
                update webhook.endpoint
                   set state = 'deleted', paused_reason = null, paused_at = null, deleted_at = :now
                 where world_id = :world and id = :id and state <> 'deleted'
                """)
                .bind("world", world.value())
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    /// Forgets endpoints that were deleted before `before`.
    void prune(Handle tx, WorldId world, Instant before) {
        tx.createUpdate("""
                delete from webhook.endpoint where world_id = :world and deleted_at < :before
                """).bind("world", world.value()).bind("before", before).execute();
    }

    private static List<String> names(List<EventType> events) {
        return events.stream().map(EventType::name).toList();
    }
}
