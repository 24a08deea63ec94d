package dev.gangway.webhook;

import static dev.gangway.webhook.Columns.instant;

import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// Rows of `webhook.delivery`, as people look for them. A pending delivery behind others is due no earlier than
/// its lane.
final class DeliverySearchStore {
    static final RowMapper<Delivery> DELIVERY = (row, _) -> new Delivery(
            new WorldId(row.getString("world_id")),
            row.getString("id"),
            row.getLong("number"),
            row.getString("event_id"),
            EventType.valueOf(row.getString("type")),
            row.getString("endpoint_id"),
            row.getString("partner_id"),
            Environment.of(row.getString("environment")),
            row.getString("subject"),
            Optional.ofNullable(row.getString("replay_of")),
            StoredState.read(row),
            instant(row, "created_at"));

    /// Has the statements of this transaction planned for the values that they are run with: a plan made for
    /// any values cannot know which of the filters of [#search] are given, and so uses none of their indexes.
    void planEachTime(Handle tx) {
        tx.execute("set local plan_cache_mode = force_custom_plan");
    }

    /// Newest first, from below `beforeNumber`. Indexes: `delivery_newest`, `delivery_of_partner`,
    /// `delivery_of_endpoint`, `delivery_of_subject`, `delivery_of_event`.
    List<Delivery> search(Handle tx, WorldId world, DeliveryFilter filter, long beforeNumber, int limit) {
        return tx.createQuery("""
                select delivery.world_id, delivery.id, delivery.number, delivery.event_id, event.type,
                       delivery.endpoint_id, delivery.partner_id, event.environment, delivery.subject,
                       delivery.replay_of, delivery.state, delivery.attempts,
                       greatest(delivery.due_at, lane.due_at) as due_at, delivery.finished_at, delivery.created_at
                  from webhook.delivery
                  join webhook.event on event.world_id = delivery.world_id and event.id = delivery.event_id
                  left join webhook.lane on lane.world_id = delivery.world_id
                   and lane.endpoint_id = delivery.endpoint_id and lane.subject = delivery.subject
                 where delivery.world_id = :world and delivery.number < :before
                   and (:partner::text is null or delivery.partner_id = :partner)
                   and (:endpoint::text is null or delivery.endpoint_id = :endpoint)
                   and (:customer::text is null or delivery.subject = :customer)
                   and (:state::text is null or delivery.state = :state)
                   and (:event::text is null or delivery.event_id = :event)
                 order by delivery.number desc limit :limit
                """)
                .bind("world", world.value())
                .bind("before", beforeNumber)
                .bind("partner", filter.partner().orElse(null))
                .bind("endpoint", filter.endpoint().orElse(null))
                .bind("customer", filter.customer().orElse(null))
                .bind("state", filter.state().orElse(null))
                .bind("event", filter.event().orElse(null))
                .bind("limit", limit)
                .map(DELIVERY)
                .list();
    }

    Optional<Delivery> find(Handle tx, WorldId world, String id) {
        return tx.createQuery("""
                select delivery.world_id, delivery.id, delivery.number, delivery.event_id, event.type,
                       delivery.endpoint_id, delivery.partner_id, event.environment, delivery.subject,
                       delivery.replay_of, delivery.state, delivery.attempts,
                       greatest(delivery.due_at, lane.due_at) as due_at, delivery.finished_at, delivery.created_at
                  from webhook.delivery
                  join webhook.event on event.world_id = delivery.world_id and event.id = delivery.event_id
                  left join webhook.lane on lane.world_id = delivery.world_id
                   and lane.endpoint_id = delivery.endpoint_id and lane.subject = delivery.subject
                 where delivery.world_id = :world and delivery.id = :id
                """)
                .bind("world", world.value())
                .bind("id", id)
                .map(DELIVERY)
                .findOne();
    }

    /// The exact bytes that a delivery sends.
    byte[] body(Handle tx, Delivery delivery) {
        return tx.createQuery("""
                select body from webhook.event where world_id = :world and id = :event
                """)
                .bind("world", delivery.world().value())
                .bind("event", delivery.event())
                .mapTo(byte[].class)
                .one();
    }
}
