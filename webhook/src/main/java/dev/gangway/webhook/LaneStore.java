package dev.gangway.webhook;

import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Rows of `webhook.lane`. Whoever adds a delivery or ends one holds the lane's row meanwhile, so that a lane
/// is there exactly as long as it has live deliveries.
final class LaneStore {
    /// One endpoint and one end customer.
    record Lane(String endpoint, String subject) {}

    /// Opens the lanes that are not there, due now, and holds all of them until the transaction ends.
    ///
    /// @param lanes without duplicates, in one order that all callers keep to: they would block each other else
    void hold(Handle tx, WorldId world, List<Lane> lanes, Instant now) {
        PreparedBatch batch = tx.prepareBatch("""
                insert into webhook.lane (world_id, endpoint_id, subject, due_at)
                values (:world, :endpoint, :subject, :now)
                on conflict (world_id, endpoint_id, subject) do update set due_at = lane.due_at
                """);
        for (Lane lane : lanes) {
            batch.bind("world", world.value())
                    .bind("endpoint", lane.endpoint())
                    .bind("subject", lane.subject())
                    .bind("now", now)
                    .add();
        }
        batch.execute();
    }

    /// Active endpoints with something to send, longest overdue first, but for those in `full`. Index:
    /// `lane_due`.
    List<Endpoint> endpointsDue(Handle tx, WorldId world, Instant now, Collection<String> full, int limit) {
        return tx.createQuery("""
                select endpoint.world_id, endpoint.id, endpoint.number, endpoint.partner_id, endpoint.environment,
                       endpoint.url, endpoint.events, endpoint.paused_reason, endpoint.created_at
                  from webhook.endpoint
                 cross join lateral (
                   select min(lane.due_at) as due_at from webhook.lane
                    where lane.world_id = endpoint.world_id and lane.endpoint_id = endpoint.id) earliest
                 where endpoint.world_id = :world and endpoint.state = 'active' and earliest.due_at <= :now
                   and endpoint.id <> all(:full::text[])
                 order by earliest.due_at limit :limit
                """)
                .bind("world", world.value())
                .bind("now", now)
                .bindArray("full", String.class, full)
                .bind("limit", limit)
                .map(EndpointStore.ENDPOINT)
                .list();
    }

    /// Leases at most `limit` due lanes of an endpoint to the holder of `claim` until `leaseUntil`, longest
    /// overdue first, and returns their subjects. Lanes that another worker is claiming at this moment are
    /// skipped, not waited for. Index: `lane_due`.
    List<String> claim(
            Handle tx, WorldId world, String endpoint, String claim, Instant now, Instant leaseUntil, int limit) {
        return tx.createQuery("""
                with due as materialized (
                  select subject from webhook.lane
                   where world_id = :world and endpoint_id = :endpoint and due_at <= :now
                   order by due_at limit :limit
                   for update skip locked)
                update webhook.lane
                   set due_at = :leaseUntil, claim = :claim
                  from due
                 where lane.world_id = :world and lane.endpoint_id = :endpoint and lane.subject = due.subject
                returning lane.subject
                """)
                .bind("world", world.value())
                .bind("endpoint", endpoint)
                .bind("claim", claim)
                .bind("now", now)
                .bind("leaseUntil", leaseUntil)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /// Holds a lane until the transaction ends, if `claim` is still its latest; says whether it is.
    boolean hold(Handle tx, WorldId world, Lane lane, String claim) {
        return tx.createQuery("""
                select 1 from webhook.lane
                 where world_id = :world and endpoint_id = :endpoint and subject = :subject and claim = :claim
                   for update
                """)
                .bind("world", world.value())
                .bind("endpoint", lane.endpoint())
                .bind("subject", lane.subject())
                .bind("claim", claim)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// Ends a lease.
    void release(Handle tx, WorldId world, Lane lane, Instant dueAt) {
        tx.createUpdate("""
                update webhook.lane
                   set due_at = :dueAt, claim = null
                 where world_id = :world and endpoint_id = :endpoint and subject = :subject
                """)
                .bind("world", world.value())
                .bind("endpoint", lane.endpoint())
                .bind("subject", lane.subject())
                .bind("dueAt", dueAt)
                .execute();
    }

    void close(Handle tx, WorldId world, Lane lane) {
        tx.createUpdate("""
                delete from webhook.lane
                 where world_id = :world and endpoint_id = :endpoint and subject = :subject
                """)
                .bind("world", world.value())
                .bind("endpoint", lane.endpoint())
                .bind("subject", lane.subject())
                .execute();
    }

    void closeAll(Handle tx, WorldId world, String endpoint) {
        tx.createUpdate("""
                delete from webhook.lane where world_id = :world and endpoint_id = :endpoint
                """)
                .bind("world", world.value())
                .bind("endpoint", endpoint)
                .execute();
    }
}
