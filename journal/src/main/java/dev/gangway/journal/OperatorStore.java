package dev.gangway.journal;

import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What people do to runs. Each says whether the run was in a state that allows it.
final class OperatorStore {
    /// A stuck one keeps why it was, so that it ends when it is stuck again.
    boolean cancel(Handle tx, WorldId world, String run, Instant now) {
        return change(tx, world, run, now, """
                update journal.run
                   set cancelling = true, state = 'active', takeovers = 0,
                       due_at = case when node_id is null then :now::timestamptz end
                 where world_id = :world and id = :run and state in ('active', 'suspended', 'stuck')
                """);
    }

    /// A step under way is recorded first.
    boolean suspend(Handle tx, WorldId world, String run, Instant now) {
        return change(tx, world, run, now, """
                update journal.run
                   set state = 'suspended', due_at = case when executing then :now::timestamptz else due_at end
                 where world_id = :world and id = :run and state = 'active'
                """);
    }

    boolean resume(Handle tx, WorldId world, String run, Instant now) {
        return change(tx, world, run, now, """
                update journal.run
                   set state = 'active', takeovers = 0, ending = null,
                       due_at = case when node_id is null then :now::timestamptz end
                 where world_id = :world and id = :run and state in ('suspended', 'stuck')
                """);
    }

    /// Forgets what a failed run recorded from its last failure on, and lets it go on from there; nothing, when no step
    /// of it failed. Children that failed, or were cancelled because another did, likewise.
    boolean retry(Handle tx, WorldId world, String run, Instant now) {
        boolean failed = change(tx, world, run, now, """
                update journal.run
                   set state = 'active', ended_at = null, ending = null, takeovers = 0, progress = 0, cancelling = false,
                       due_at = :now
                 where world_id = :world and id = :run and state in ('failed', 'cancelled')
                """);
        if (failed) {
            int from = failure(tx, world, run).map(Failure::position).orElse(Integer.MAX_VALUE);
            tx.createQuery("""
                    select id from journal.run
                     where world_id = :world and parent_id = :run and parent_position = :from
                       and state in ('failed', 'cancelled')
                     order by id
                    """)
                    .bind("world", world.value())
                    .bind("run", run)
                    .bind("from", from)
                    .mapTo(String.class)
                    .list()
                    .forEach(child -> retry(tx, world, child, now));
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
        return failed;
    }

    /// The path of the step that failed last.
    Optional<String> lastFailure(Handle tx, WorldId world, String run) {
        return failure(tx, world, run).map(Failure::path);
    }

    private record Failure(int position, String path) {}

    private static Optional<Failure> failure(Handle tx, WorldId world, String run) {
        return tx.createQuery("""
                select position, path from journal.step s
                 where world_id = :world and run_id = :run
                   and (outcome is null or outcome like '{"failed":%' or (kind = 'children' and exists (
                    select from journal.run c
                     where c.world_id = s.world_id and c.parent_id = s.run_id and c.parent_position = s.position
                       and c.state = 'failed')))
                 order by position desc limit 1
                """)
                .bind("world", world.value())
                .bind("run", run)
                .map((row, _) -> new Failure(row.getInt("position"), row.getString("path")))
                .findOne();
    }

    private static boolean change(Handle tx, WorldId world, String run, Instant now, String statement) {
        return tx.createUpdate(statement)
                        .bind("world", world.value())
                        .bind("run", run)
                        .bind("now", now)
                        .execute()
                == 1;
    }
}
