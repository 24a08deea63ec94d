package dev.gangway.journal;

import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.workflow.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Rows of `journal.run`, as those who run them need them.
final class RunStore {
    /// What a run waits for.
    enum Wait {
        SLEEP,
        EVENTS,
        CHILDREN,
        ALLOWANCE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// How a run stands that a node holds.
    record Standing(boolean cancelling, RunState state, String version) {
        static Standing read(ResultSet row) throws SQLException {
            return new Standing(
                    row.getBoolean("cancelling"), RunState.of(row.getString("state")), row.getString("version"));
        }
    }

    /// Claims runs that are due for `node`, longest overdue first. Index: `run_due`.
    List<Claimed> claim(Handle tx, WorldId world, String node, Instant now, int limit) {
        return tx.createQuery("""
                with due as (
                  select id from journal.run
                   where world_id = :world and state = 'active' and node_id is null and due_at <= :now
                     and engine = 'journal'
                   order by due_at limit :limit
                     for update skip locked)
                update journal.run r
                   set node_id = :node, epoch = epoch + 1, parked = null, due_at = null
                  from due
                 where r.world_id = :world and r.id = due.id
                returning r.*, cardinality(r.listens) > 0 as may_listen
                """)
                .bind("world", world.value())
                .bind("node", node)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, _) -> claimed(world, row))
                .list();
    }

    /// A whole row, with `may_listen`.
    static Claimed claimed(WorldId world, ResultSet row) throws SQLException {
        return new Claimed(
                world,
                row.getString("id"),
                row.getString("engine"),
                row.getString("workflow"),
                row.getString("version"),
                row.getString("parent_id"),
                row.getLong("epoch"),
                Json.parse(row.getString("root_input")),
                Json.read(Json.parse(row.getString("entry")), Entry.class),
                row.getBoolean("cancelling"),
                row.getBoolean("cancelling") && row.getString("ending") != null,
                row.getInt("takeovers"),
                row.getBoolean("may_listen"),
                row.getBoolean("instructed"),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }

    /// Locks the row of a claimed run; empty when it is ours no more.
    Optional<Standing> lock(Handle tx, Claimed run) {
        return tx.createQuery("""
                select cancelling, state, version from journal.run
                 where world_id = :world and id = :id and epoch = :epoch
                   for update
                """)
                .bind("world", run.world().value())
                .bind("id", run.id())
                .bind("epoch", run.epoch())
                .map((row, _) -> Standing.read(row))
                .findOne();
    }

    /// Locks whatever row has this id.
    void lock(Handle tx, WorldId world, String id) {
        tx.createQuery("select 1 from journal.run where world_id = :world and id = :id for update")
                .bind("world", world.value())
                .bind("id", id)
                .mapTo(Integer.class)
                .list();
    }

    /// Locks the row of a claimed run, behind its parent's, like all who lock both. False when it is ours no more.
    boolean lockWithParent(Handle tx, Claimed run) {
        if (run.parent() != null) {
            lock(tx, run.world(), run.parent());
        }
        return lock(tx, run).isPresent();
    }

    /// Gives a claimed run back until `dueAt`, or until something happens; at once when it is to be cancelled and
    /// was not told yet. False when it is ours no more.
    boolean park(Handle tx, Claimed run, Parking parking, boolean told, Instant now) {
        return tx.createUpdate("""
                update journal.run
                   set node_id = null, epoch = epoch + 1, takeovers = 0, parked = :wait, parked_at = :path,
                       due_at = case when cancelling and not :told then :now::timestamptz else :dueAt::timestamptz end
                 where world_id = :world and id = :id and epoch = :epoch
                """)
                        .bind("wait", parking.word())
                        .bind("path", parking.path())
                        .bind("told", told)
                        .bind("now", now)
                        .bind("dueAt", parking.dueAt())
                        .bind("world", run.world().value())
                        .bind("id", run.id())
                        .bind("epoch", run.epoch())
                        .execute()
                == 1;
    }

    /// Ends a claimed run, or leaves it as stuck. False when it is ours no more.
    boolean end(Handle tx, Claimed run, RunState state, @Nullable String ending, Instant now) {
        return tx.createUpdate("""
                update journal.run
                   set node_id = null, executing = false, epoch = epoch + 1, parked = null, due_at = null, state = :state,
                       ending = :ending, ended_at = case when :state = 'stuck' then null else :now::timestamptz end
                 where world_id = :world and id = :id and epoch = :epoch
                """)
                        .bind("state", state.word())
                        .bind("ending", ending)
                        .bind("now", now)
                        .bind("world", run.world().value())
                        .bind("id", run.id())
                        .bind("epoch", run.epoch())
                        .execute()
                == 1;
    }

    /// Lets a run that waits for its children look at them again.
    void wakeParent(Handle tx, Claimed run, Instant now) {
        tx.createUpdate("""
                update journal.run set due_at = :now
                 where world_id = :world and id = :parent and node_id is null and (parked = 'children' or executing)
                """)
                .bind("now", now)
                .bind("world", run.world().value())
                .bind("parent", run.parent())
                .execute();
    }
}
