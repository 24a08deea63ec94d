package dev.gangway.journal;

import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Rows of `journal.run` that begin, by themselves or as children of others.
final class ChildStore {
    private static final String SINCE = "coalesce((select turn from journal.turn where world_id = :world), 0)";
    private static final String DEAF_TO =
            "array(select number from journal.event where world_id = :world and turn is null and run_id is null)";

    /// A run to begin.
    ///
    /// @param engine that takes it to its end
    /// @param parent the run that waits for it, and the position of its journal; null for none
    /// @param rootInput JSON
    /// @param entry JSON
    /// @param dedupKey at most one run of a workflow has it; null for none
    record NewRun(
            WorldId world,
            String id,
            String engine,
            String workflow,
            String version,
            @Nullable String parent,
            @Nullable Integer parentPosition,
            String rootInput,
            String entry,
            List<String> listens,
            @Nullable String dedupKey,
            String startedBy,
            Instant now) {}

    /// Begins those that are not there yet, and says how many they were.
    int insert(Handle tx, List<NewRun> runs) {
        PreparedBatch batch = tx.prepareBatch("""
                insert into journal.run
                  (world_id, id, engine, workflow, version, parent_id, parent_position, root_input, entry, listens, dedup_key,
                   state, due_at, started_by, started_at, since, deaf_to)
                values (:world, :id, :engine, :workflow, :version, :parent, :parentPosition, :rootInput, :entry, :listens,
                        :dedupKey, 'active', :now, :startedBy, :now, <since>, <deaf>)
                on conflict do nothing
                """);
        since(batch, runs.stream().anyMatch(run -> !run.listens().isEmpty()));
        runs.forEach(run -> bound(batch, run).add());
        int begun = 0;
        for (int one : batch.execute()) {
            begun += one;
        }
        return begun;
    }

    /// Begins one that nobody waits for, cheaper than among others; empty when there is one with its key.
    Optional<Run> insert(Handle tx, NewRun run) {
        return since(bound(tx.createQuery("""
                insert into journal.run
                  (world_id, id, engine, workflow, version, parent_id, parent_position, root_input, entry, listens, dedup_key,
                   state, due_at, started_by, started_at, since, deaf_to)
                values (:world, :id, :engine, :workflow, :version, :parent, :parentPosition, :rootInput, :entry, :listens,
                        :dedupKey, 'active', :now, :startedBy, :now, <since>, <deaf>)
                on conflict do nothing
                returning *
                """), run), !run.listens().isEmpty())
                .map((row, _) -> RunViewStore.run(row))
                .findOne();
    }

    /// Runs that may listen note which events were there before them.
    private static <S extends SqlStatement<S>> S since(S statement, boolean mayListen) {
        return statement.define("since", mayListen ? SINCE : "0").define("deaf", mayListen ? DEAF_TO : "'{}'");
    }

    private static <S extends SqlStatement<S>> S bound(S statement, NewRun run) {
        return statement
                .bind("world", run.world().value())
                .bind("id", run.id())
                .bind("engine", run.engine())
                .bind("workflow", run.workflow())
                .bind("version", run.version())
                .bind("parent", run.parent())
                .bind("parentPosition", run.parentPosition())
                .bind("rootInput", run.rootInput())
                .bind("entry", run.entry())
                .bindArray("listens", String.class, run.listens())
                .bind("dedupKey", run.dedupKey())
                .bind("startedBy", run.startedBy())
                .bind("now", run.now());
    }

    /// The run of `workflow` that has this key. Index: `run_dedup`.
    Run withKey(Handle tx, WorldId world, String workflow, String dedupKey) {
        return tx.createQuery("""
                select * from journal.run where world_id = :world and workflow = :workflow and dedup_key = :key
                """)
                .bind("world", world.value())
                .bind("workflow", workflow)
                .bind("key", dedupKey)
                .map((row, _) -> RunViewStore.run(row))
                .one();
    }

    /// How a child stands.
    ///
    /// @param ending JSON; null unless it completed or failed
    record Child(RunState state, @Nullable String ending) {}

    /// The children that a run began at one position, in their order. Index: `run_child`.
    List<Child> children(Handle tx, Claimed parent, int position) {
        return tx.createQuery("""
                select state, ending from journal.run
                 where world_id = :world and parent_id = :parent and parent_position = :position
                 order by number
                """)
                .bind("world", parent.world().value())
                .bind("parent", parent.id())
                .bind("position", position)
                .map((row, _) -> new Child(RunState.of(row.getString("state")), row.getString("ending")))
                .list();
    }

    /// Tells those that go on to stop. Index: `run_child`.
    ///
    /// @param position that started them; null for all
    void cancel(Handle tx, Claimed parent, @Nullable Integer position, Instant now) {
        tx.createUpdate("""
                update journal.run r
                   set cancelling = true, state = 'active', due_at = case when node_id is null then :now::timestamptz else due_at end
                  from (select world_id, id from journal.run
                         where world_id = :world and parent_id = :parent
                           and (:position::int is null or parent_position = :position)
                           and state in ('active', 'suspended', 'stuck') and not cancelling
                         order by id
                           for update) as rest
                 where r.world_id = rest.world_id and r.id = rest.id
                """)
                .bind("now", now)
                .bind("world", parent.world().value())
                .bind("parent", parent.id())
                .bind("position", position)
                .execute();
    }
}
