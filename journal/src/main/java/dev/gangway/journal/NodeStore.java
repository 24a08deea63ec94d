package dev.gangway.journal;

import dev.gangway.base.WorldId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Rows of `journal.node`, and whom the runs of dead nodes belong to: nobody.
final class NodeStore {
    /// This node lives for `lease` from now on, by the database's clock.
    void beat(Handle tx, String node, Duration lease) {
        tx.createUpdate("""
                insert into journal.node (id, lease_until)
                values (:node, clock_timestamp() + make_interval(secs => :seconds))
                on conflict (id) do update set lease_until = excluded.lease_until
                """)
                .bind("node", node)
                .bind("seconds", (double) lease.toMillis() / 1_000)
                .execute();
    }

    /// No node lives.
    void forgetAll(Handle tx) {
        tx.execute("delete from journal.node");
    }

    /// This node has ended in good order.
    void forget(Handle tx, String node) {
        tx.createUpdate("delete from journal.node where id = :node")
                .bind("node", node)
                .execute();
    }

    /// Takes runs from nodes whose lease is over, and says how many they were. What such a node writes from now on,
    /// should it only have slept, is refused by their epoch. A run that it froze on in the midst of a transaction
    /// waits until the database ends that, and holds up no other. Index: `run_of_node`.
    int releaseDead(Handle tx, WorldId world, Instant now) {
        return tx.createUpdate("""
                with held as (
                  select id from journal.run
                   where world_id = :world and node_id is not null
                     and not exists (
                      select from journal.node n where n.id = run.node_id and n.lease_until >= clock_timestamp())
                     for update skip locked)
                update journal.run r
                   set node_id = null, epoch = r.epoch + 1, due_at = :now,
                       takeovers = case when steps.count > r.progress then 1 else r.takeovers + 1 end,
                       progress = steps.count
                  from held
                 cross join lateral (
                  select count(*)::integer as count from journal.step s
                   where s.world_id = :world and s.run_id = held.id and s.outcome is not null) steps
                 where r.world_id = :world and r.id = held.id
                """)
                .bind("world", world.value())
                .bind("now", now)
                .execute();
    }

    /// Those of a node's runs that are to be cancelled. Index: `run_of_node`.
    List<String> cancelledAt(Handle tx, String node) {
        return tx.createQuery("select id from journal.run where node_id = :node and cancelling")
                .bind("node", node)
                .mapTo(String.class)
                .list();
    }

    /// Gives up the runs that `node` is said to hold and does not: it could not say so when it left them.
    int releaseOthers(Handle tx, WorldId world, String node, Collection<String> held, Instant now) {
        return tx.createUpdate("""
                update journal.run
                   set node_id = null, epoch = epoch + 1, due_at = :now
                 where world_id = :world and node_id = :node and id <> all(:held)
                """)
                .bind("world", world.value())
                .bind("node", node)
                .bindArray("held", String.class, held)
                .bind("now", now)
                .execute();
    }
}
