package dev.gangway.journal;

import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What changes the course of a run that no node is at work on.
final class CourseStore {
    /// Locks a run; false when a node is at work on it, or it goes on elsewhere.
    boolean isIdle(Handle tx, WorldId world, String run) {
        return tx.createQuery("""
                select node_id is null and not executing as idle from journal.run where world_id = :world and id = :run for update
                """)
                .bind("world", world.value())
                .bind("run", run)
                .mapTo(boolean.class)
                .one();
    }

    /// Lets an idle run look for what it was told; a suspended one does when it is resumed.
    void instruct(Handle tx, WorldId world, String run, Instant now) {
        tx.createUpdate("""
                update journal.run
                   set instructed = true, state = case when state = 'stuck' then 'active' else state end,
                       ending = null, takeovers = 0,
                       due_at = case when state = 'suspended' then due_at else :now::timestamptz end
                 where world_id = :world and id = :run
                """)
                .bind("now", now)
                .bind("world", world.value())
                .bind("run", run)
                .execute();
    }

    /// The first position of a task, or within it.
    Optional<Integer> firstAt(Handle tx, WorldId world, String run, String path) {
        return tx.createQuery("""
                select min(position) from journal.step
                 where world_id = :world and run_id = :run and (path = :path or starts_with(path, :path || '/'))
                """)
                .bind("world", world.value())
                .bind("run", run)
                .bind("path", path)
                .mapTo(Integer.class)
                .findOne();
    }

    /// Forgets what a run recorded from a position on, and the runs that it started there, with theirs.
    void forget(Handle tx, WorldId world, String run, int from) {
        tx.createUpdate("""
                delete from journal.run r
                 using journal.run begun
                 where begun.world_id = :world and begun.parent_id = :run and begun.parent_position >= :from
                   and r.world_id = :world and (r.id = begun.id or starts_with(r.id, begun.id || '.'))
                """)
                .bind("world", world.value())
                .bind("run", run)
                .bind("from", from)
                .execute();
        EventStore.forgetWhere(tx, world, run, from);
        InterventionStore.forgetWhere(tx, world, run, from);
        tx.createUpdate("""
                delete from journal.step where world_id = :world and run_id = :run and position >= :from
                """)
                .bind("world", world.value())
                .bind("run", run)
                .bind("from", from)
                .execute();
    }

    /// Lets an idle run go on, whatever state it is in.
    void revive(Handle tx, WorldId world, String run, Instant now) {
        tx.createUpdate("""
                update journal.run
                   set state = 'active', ended_at = null, ending = null, takeovers = 0, progress = 0, cancelling = false,
                       parked = null, due_at = :now
                 where world_id = :world and id = :run
                """)
                .bind("now", now)
                .bind("world", world.value())
                .bind("run", run)
                .execute();
    }

    /// Pins an idle run, and its branches that have not ended, to another version. One that waits or is stuck looks at
    /// once whether its journal fits.
    void move(Handle tx, WorldId world, String run, String version, List<String> listens, Instant now) {
        tx.createUpdate("""
                update journal.run r
                   set version = :version, listens = :listens,
                       state = case when r.state = 'stuck' then 'active' else r.state end,
                       ending = case when r.state = 'stuck' then null else r.ending end,
                       due_at = case when r.ended_at is null and r.node_id is null then :now::timestamptz end
                  from journal.run root
                 where root.world_id = :world and root.id = :run
                   and r.world_id = :world and r.workflow = root.workflow
                   and (r.id = :run or r.ended_at is null and starts_with(r.id, :run || '.'))
                """)
                .bind("world", world.value())
                .bind("run", run)
                .bind("version", version)
                .bindArray("listens", String.class, listens)
                .bind("now", now)
                .execute();
    }
}
