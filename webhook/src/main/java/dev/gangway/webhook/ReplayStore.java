package dev.gangway.webhook;

import dev.gangway.base.WorldId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Rows of `webhook.delivery` that may be sent again. Of several deliveries of one event the latest stands for
/// all.
final class ReplayStore {
    /// The number of the newest delivery to an endpoint, 0 when there is none. Index: `delivery_of_endpoint`.
    long newest(Handle tx, WorldId world, String endpoint) {
        return tx.createQuery("""
                select coalesce(max(number), 0)
                  from webhook.delivery
                 where world_id = :world and endpoint_id = :endpoint
                """)
                .bind("world", world.value())
                .bind("endpoint", endpoint)
                .mapTo(Long.class)
                .one();
    }

    /// Failed deliveries that no later one has taken up, numbered above `after` and up to `newest`, oldest
    /// first. Indexes: `delivery_failed`, `delivery_of_event`.
    List<Delivery> failures(Handle tx, WorldId world, String endpoint, long after, long newest, int limit) {
        return tx.createQuery("""
                select delivery.world_id, delivery.id, delivery.number, delivery.event_id, event.type,
                       delivery.endpoint_id, delivery.partner_id, event.environment, delivery.subject,
                       delivery.replay_of, delivery.state, delivery.attempts, delivery.due_at, delivery.finished_at,
                       delivery.created_at
                  from webhook.delivery
                  join webhook.event on event.world_id = delivery.world_id and event.id = delivery.event_id
                 where delivery.world_id = :world and delivery.endpoint_id = :endpoint and delivery.state = 'failed'
                   and delivery.number > :after and delivery.number <= :newest
                   and not exists (
                     select 1 from webhook.delivery later
                      where later.world_id = delivery.world_id and later.event_id = delivery.event_id
                        and later.endpoint_id = delivery.endpoint_id
                        and later.number > delivery.number and later.number <= :newest)
                 order by delivery.number limit :limit
                """)
                .bind("world", world.value())
                .bind("endpoint", endpoint)
                .bind("after", after)
                .bind("newest", newest)
                .bind("limit", limit)
                .map(DeliverySearchStore.DELIVERY)
                .list();
    }

    /// Finished deliveries created in a period, without those whose event is on its way again, numbered and
    /// ordered likewise. Indexes: `delivery_of_endpoint`, `delivery_of_event`.
    List<Delivery> finishedIn(
            Handle tx, WorldId world, String endpoint, Replay.Period period, long after, long newest, int limit) {
        return tx.createQuery("""
                select delivery.world_id, delivery.id, delivery.number, delivery.event_id, event.type,
                       delivery.endpoint_id, delivery.partner_id, event.environment, delivery.subject,
                       delivery.replay_of, delivery.state, delivery.attempts, delivery.due_at, delivery.finished_at,
                       delivery.created_at
                  from webhook.delivery
                  join webhook.event on event.world_id = delivery.world_id and event.id = delivery.event_id
                 where delivery.world_id = :world and delivery.endpoint_id = :endpoint
                   and delivery.state in ('delivered', 'failed')
                   and delivery.created_at >= :from and delivery.created_at < :to
                   and delivery.number > :after and delivery.number <= :newest
                   and not exists (
                     select 1 from webhook.delivery later
                      where later.world_id = delivery.world_id and later.event_id = delivery.event_id
                        and later.endpoint_id = delivery.endpoint_id
                        and later.number > delivery.number and later.number <= :newest
                        and (later.created_at < :to or later.state in ('pending', 'sending')))
                 order by delivery.number limit :limit
                """)
                .bind("world", world.value())
                .bind("endpoint", endpoint)
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("after", after)
                .bind("newest", newest)
                .bind("limit", limit)
                .map(DeliverySearchStore.DELIVERY)
                .list();
    }
}
