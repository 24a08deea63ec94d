package dev.gangway.webhook;

import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Rows of `webhook.delivery`, as lanes need them.
final class DeliveryStore {
    private static final RowMapper<Head> HEAD = (row, _) ->
            new Head(row.getString("id"), row.getString("event_id"), row.getBytes("body"), StoredState.read(row));

    /// The delivery whose turn it is.
    record Head(String delivery, String event, byte[] body, DeliveryState state) {}

    /// Adds deliveries, pending and due at once, numbered in the order of the list. The caller holds their
    /// lanes.
    void insert(Handle tx, WorldId world, List<DeliveryDraft> drafts, Instant now) {
        PreparedBatch batch = tx.prepareBatch("""
                insert into webhook.delivery
                  (world_id, id, event_id, endpoint_id, partner_id, subject, replay_of, state, attempts,
                   due_at, created_at)
                values (:world, :id, :event, :endpoint, :partner, :subject, :replayOf, 'pending', 0, :now, :now)
                """);
        for (DeliveryDraft draft : drafts) {
            batch.bind("world", world.value())
                    .bind("id", draft.id())
                    .bind("event", draft.event())
                    .bind("endpoint", draft.endpoint())
                    .bind("partner", draft.partner())
                    .bind("subject", draft.subject())
                    .bind("replayOf", draft.replayOf())
                    .bind("now", now)
                    .add();
        }
        batch.execute();
    }

    /// The earliest live delivery of a lane. Index: `delivery_live`.
    Optional<Head> head(Handle tx, WorldId world, String endpoint, String subject) {
        return tx.createQuery("""
                select delivery.id, delivery.event_id, event.body,
                       delivery.state, delivery.attempts, delivery.due_at, delivery.finished_at
                  from webhook.delivery
                  join webhook.event on event.world_id = delivery.world_id and event.id = delivery.event_id
                 where delivery.world_id = :world and delivery.endpoint_id = :endpoint and delivery.subject = :subject
                   and delivery.state in ('pending', 'sending')
                 order by delivery.number limit 1
                """)
                .bind("world", world.value())
                .bind("endpoint", endpoint)
                .bind("subject", subject)
                .map(HEAD)
                .findOne();
    }

    void save(Handle tx, WorldId world, String id, DeliveryState state) {
        StoredState stored = StoredState.of(state);
        tx.createUpdate("""
                update webhook.delivery
                   set state = :state, attempts = :attempts, due_at = :dueAt, finished_at = :finishedAt
                 where world_id = :world and id = :id
                """)
                .bind("world", world.value())
                .bind("id", id)
                .bind("state", stored.state())
                .bind("attempts", stored.attempts())
                .bind("dueAt", stored.dueAt().orElse(null))
                .bind("finishedAt", stored.finishedAt().orElse(null))
                .execute();
    }

    /// Ends what an endpoint still has to receive. Index: `delivery_live`.
    void failAll(Handle tx, WorldId world, String endpoint, Instant now) {
        tx.createUpdate("""
                update webhook.delivery
                   set state = 'failed', due_at = null, finished_at = :now
                 where world_id = :world and endpoint_id = :endpoint and state in ('pending', 'sending')
                """)
                .bind("world", world.value())
                .bind("endpoint", endpoint)
                .bind("now", now)
                .execute();
    }

    /// How many deliveries of all worlds are live. Index: `delivery_live`.
    long live(Handle tx) {
        return tx.createQuery("""
                select count(*) from webhook.delivery where state in ('pending', 'sending')
                """).mapTo(Long.class).one();
    }
}
