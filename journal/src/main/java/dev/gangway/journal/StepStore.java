package dev.gangway.journal;

import dev.gangway.base.WorldId;
import dev.gangway.journal.RunStore.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Rows of `journal.step`, as those who run runs need them.
final class StepStore {
    /// All that a run has recorded, by position.
    List<Recorded> journal(Handle tx, WorldId world, String run) {
        return journal(tx, world, run, 0, Integer.MAX_VALUE);
    }

    /// How many positions are on record.
    int count(Handle tx, WorldId world, String run) {
        return tx.createQuery("select count(*) from journal.step where world_id = :world and run_id = :id")
                .bind("world", world.value())
                .bind("id", run)
                .mapTo(int.class)
                .one();
    }

    /// At most `limit` of it, from a position on.
    List<Recorded> journal(Handle tx, WorldId world, String run, int from, int limit) {
        return tx.createQuery("""
                select path, kind, asked, outcome from journal.step
                 where world_id = :world and run_id = :id and position >= :from
                 order by position limit :limit
                """)
                .bind("world", world.value())
                .bind("id", run)
                .bind("from", from)
                .bind("limit", limit)
                .map((row, _) -> new Recorded(
                        row.getString("path"), row.getString("kind"), row.getString("asked"), row.getString("outcome")))
                .list();
    }

    /// Writes a position, or how the call ended that began there, and says how the run stands. Empty when it is ours
    /// no more: then nothing was written.
    Optional<Standing> write(Handle tx, Claimed run, Written step) {
        return bound(tx.createQuery("""
                with mine as (
                  select cancelling, state, version, started_at from journal.run
                   where world_id = :world and id = :id and epoch = :epoch
                     for share),
                put as (
                  insert into journal.step
                    (world_id, run_id, position, path, kind, asked, arguments, outcome, begun_at, ended_at)
                  select :world, :id, :position, :path, :kind, :asked, :arguments, :outcome,
                         coalesce(:begunAt::timestamptz,
                           (select ended_at from journal.step
                             where world_id = :world and run_id = :id and position = :position - 1),
                           mine.started_at),
                         case when :outcome::text is null then null else :now::timestamptz end
                    from mine
                  on conflict (world_id, run_id, position) do update
                     set outcome = excluded.outcome, ended_at = excluded.ended_at
                   where step.outcome is null
                  returning 1)
                select mine.cancelling, mine.state, mine.version from mine, put
                """), run, step)
                .bind("epoch", run.epoch())
                .map((row, _) -> Standing.read(row))
                .findOne();
    }

    /// Writes what a run did last, and that it ended with that. False when it is ours no more.
    boolean writeLast(Handle tx, Claimed run, Written step, RunState state, @Nullable String ending, Instant now) {
        return bound(tx.createQuery("""
                with mine as (
                  update journal.run
                     set node_id = null, executing = false, epoch = epoch + 1, parked = null, due_at = null, state = :state,
                         ending = :ending, ended_at = :endedAt
                   where world_id = :world and id = :id and epoch = :epoch
                  returning world_id, id),
                put as (
                  insert into journal.step
                    (world_id, run_id, position, path, kind, asked, arguments, outcome, begun_at, ended_at)
                  select world_id, id, :position, :path, :kind, :asked, :arguments, :outcome, :begunAt, :now
                    from mine
                  on conflict (world_id, run_id, position) do update
                     set outcome = excluded.outcome, ended_at = excluded.ended_at
                   where step.outcome is null)
                select count(*) = 1 from mine
                """), run, step)
                .bind("epoch", run.epoch())
                .bind("state", state.word())
                .bind("ending", ending)
                .bind("endedAt", now)
                .mapTo(boolean.class)
                .one();
    }

    /// Whose position it is, and all of that but the epoch.
    static <S extends SqlStatement<S>> S bound(S statement, Claimed run, Written step) {
        return statement
                .bind("world", run.world().value())
                .bind("id", run.id())
                .bind("position", step.position())
                .bind("path", step.path())
                .bind("kind", step.kind())
                .bind("asked", step.asked())
                .bind("arguments", step.arguments())
                .bind("outcome", step.outcome())
                .bind("begunAt", step.begunAt())
                .bind("now", step.now());
    }
}
