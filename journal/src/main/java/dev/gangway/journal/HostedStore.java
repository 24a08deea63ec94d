package dev.gangway.journal;

import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Rows of `journal.run` and `journal.step` of runs that go on elsewhere.
final class HostedStore {
    /// Claims, for their host, those that have something to look at, longest first; one that goes on keeps its epoch.
    /// They are due again at `lease`, should nobody have [#told] the host by then. Index: `run_hosted`.
    List<Claimed> due(Handle tx, WorldId world, Instant now, Instant lease, int limit) {
        return tx.createQuery("""
                with due as (
                  select id from journal.run
                   where world_id = :world and engine = 'temporal' and due_at <= :now
                     and (state = 'active' or executing)
                   order by due_at limit :limit
                     for update skip locked)
                update journal.run r
                   set due_at = :lease, executing = true,
                       epoch = case when r.executing then r.epoch else r.epoch + 1 end
                  from due
                 where r.world_id = :world and r.id = due.id
                returning r.*, cardinality(r.listens) > 0 as may_listen
                """)
                .bind("world", world.value())
                .bind("now", now)
                .bind("lease", lease)
                .bind("limit", limit)
                .map((row, _) -> RunStore.claimed(world, row))
                .list();
    }

    /// Empty when it is the host's no more.
    Optional<Claimed> find(Handle tx, WorldId world, String run, long epoch) {
        return tx.createQuery("""
                select r.*, cardinality(r.listens) > 0 as may_listen from journal.run r
                 where world_id = :world and id = :run and epoch = :epoch and executing
                """)
                .bind("world", world.value())
                .bind("run", run)
                .bind("epoch", epoch)
                .map((row, _) -> RunStore.claimed(world, row))
                .findOne();
    }

    /// Those of `runs` that are to be cancelled.
    List<String> cancelled(Handle tx, Collection<String> runs) {
        return tx.createQuery("select id from journal.run where id = any(:runs) and cancelling and executing")
                .bindArray("runs", String.class, runs)
                .mapTo(String.class)
                .list();
    }

    /// The host knows of what was there at the claim; what came since makes a run due anew.
    void told(Handle tx, WorldId world, Collection<String> runs, Instant lease) {
        tx.createUpdate("""
                update journal.run set due_at = null
                 where world_id = :world and id = any(:runs) and due_at = :lease
                """)
                .bind("world", world.value())
                .bindArray("runs", String.class, runs)
                .bind("lease", lease)
                .execute();
    }

    /// A run that goes on no more where it did, until it is due again. False when it was the host's no more.
    boolean leave(Handle tx, Claimed run, Instant now) {
        return tx.createUpdate("""
                update journal.run
                   set executing = false, epoch = epoch + 1,
                       due_at = case when state = 'active' then :now::timestamptz end
                 where world_id = :world and id = :id and epoch = :epoch
                """)
                        .bind("now", now)
                        .bind("world", run.world().value())
                        .bind("id", run.id())
                        .bind("epoch", run.epoch())
                        .execute()
                == 1;
    }

    /// Keeps positions that are not there yet.
    void keep(Handle tx, Claimed run, List<Written> positions) {
        if (positions.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.prepareBatch("""
                insert into journal.step
                  (world_id, run_id, position, path, kind, asked, arguments, outcome, begun_at, ended_at)
                values (:world, :id, :position, :path, :kind, :asked, :arguments, :outcome, :begunAt, :now)
                on conflict do nothing
                """);
        positions.forEach(step -> StepStore.bound(batch, run, step).add());
        batch.execute();
    }

    /// Whether a position is on record.
    boolean isKept(Handle tx, Claimed run, Written position) {
        return tx.createQuery("""
                select exists (
                  select from journal.step where world_id = :world and run_id = :id and position = :position)
                """)
                .bind("world", run.world().value())
                .bind("id", run.id())
                .bind("position", position.position())
                .mapTo(boolean.class)
                .one();
    }
}
