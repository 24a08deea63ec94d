package dev.gangway.journal;

import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /// With the runs that it waits for. A step under way is recorded first.
    boolean suspend(Handle tx, WorldId world, String run, Instant now) {
        String suspension = """
                update journal.run
                   set state = 'suspended', due_at = case when executing then :now::timestamptz else due_at end
                 where world_id = :world and id = :run and state = 'active'
                """;
        boolean done = change(tx, world, run, now, suspension);
        if (done) {
            below(tx, world, run).forEach(child -> change(tx, world, child, now, suspension));
        }
        return done;
    }

    /// With the suspended ones among the runs that it waits for.
    boolean resume(Handle tx, WorldId world, String run, Instant now) {
        String resumption = """
                update journal.run
                   set state = 'active', takeovers = 0, ending = null,
                       due_at = case when node_id is null then :now::timestamptz end
                 where world_id = :world and id = :run and state in (%s)
                """;
        boolean done = change(tx, world, run, now, resumption.formatted("'suspended', 'stuck'"));
        if (done) {
            below(tx, world, run).forEach(child -> change(tx, world, child, now, resumption.formatted("'suspended'")));
        }
        return done;
    }

    /// The runs that a run waits for, and those that these wait for: parents before children, like all who lock both.
    private static List<String> below(Handle tx, WorldId world, String run) {
        List<String> all = new ArrayList<>();
        List<String> level = List.of(run);
        while (!level.isEmpty()) {
            level = tx.createQuery("""
                    select id from journal.run
                     where world_id = :world and parent_id = any(:parents) and ended_at is null
                     order by id for update
                    """)
                    .bind("world", world.value())
                    .bindArray("parents", String.class, level)
                    .mapTo(String.class)
                    .list();
            all.addAll(level);
        }
        return all;
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
