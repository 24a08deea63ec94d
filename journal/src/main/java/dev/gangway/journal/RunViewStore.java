package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
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

/// Runs and their steps, for those who look at them.
final class RunViewStore {
    Optional<Run> find(Handle tx, WorldId world, String id) {
        return tx.createQuery("select * from journal.run where world_id = :world and id = :id")
                .bind("world", world.value())
                .bind("id", id)
                .map((row, _) -> run(row))
                .findOne();
    }

    /// Where it begins in its definition, and with what.
    Optional<Entry> entry(Handle tx, WorldId world, String id) {
        return tx.createQuery("select entry from journal.run where world_id = :world and id = :id")
                .bind("world", world.value())
                .bind("id", id)
                .mapTo(String.class)
                .map(text -> Json.read(Json.parse(text), Entry.class))
                .findOne();
    }

    /// How many wait for a person. Index: `run_stuck`.
    int stuck(Handle tx, WorldId world) {
        return tx.createQuery("select count(*) from journal.run where world_id = :world and state = 'stuck'")
                .bind("world", world.value())
                .mapTo(int.class)
                .one();
    }

    /// How many of a workflow are not over, those that others started among them.
    int unfinished(Handle tx, WorldId world, String workflow) {
        return tx.createQuery("""
                select count(*) from journal.run
                 where world_id = :world and workflow = :workflow and ended_at is null
                """)
                .bind("world", world.value())
                .bind("workflow", workflow)
                .mapTo(int.class)
                .one();
    }

    /// Newest first, without children. Index: `run_number` or `run_of_workflow`.
    List<Run> list(Handle tx, WorldId world, RunFilter filter, long below, int limit) {
        return tx.createQuery("""
                select * from journal.run
                 where world_id = :world and parent_id is null and number < :below
                   and (:workflow::text is null or workflow = :workflow)
                   and (:state::text is null or state = :state)
                 order by number desc limit :limit
                """)
                .bind("world", world.value())
                .bind("below", below)
                .bind("workflow", filter.workflow())
                .bind("state", filter.state() == null ? null : filter.state().word())
                .bind("limit", limit)
                .map((row, _) -> run(row))
                .list();
    }

    /// Those that a run started, newest first. Index: `run_child`.
    List<Run> startedBy(Handle tx, WorldId world, RunFilter filter, long below, int limit) {
        return tx.createQuery("""
                select * from journal.run
                 where world_id = :world and parent_id = :parent and number < :below
                   and (:workflow::text is null or workflow = :workflow)
                   and (:state::text is null or state = :state)
                 order by number desc limit :limit
                """)
                .bind("world", world.value())
                .bind("parent", filter.parent())
                .bind("below", below)
                .bind("workflow", filter.workflow())
                .bind("state", filter.state() == null ? null : filter.state().word())
                .bind("limit", limit)
                .map((row, _) -> run(row))
                .list();
    }

    /// By position, from `from` on.
    List<RunStep> steps(Handle tx, WorldId world, String run, int from, int limit) {
        return tx.createQuery("""
                select * from journal.step
                 where world_id = :world and run_id = :run and position >= :from
                 order by position limit :limit
                """)
                .bind("world", world.value())
                .bind("run", run)
                .bind("from", from)
                .bind("limit", limit)
                .map((row, _) -> step(row))
                .list();
    }

    /// How far each is, by position.
    List<StepState> states(Handle tx, WorldId world, String run) {
        return tx.createQuery("""
                select path, kind, outcome is not null as ended,
                       coalesce(starts_with(outcome, '{"failed"') or kind = 'children'
                                and jsonb_path_exists(outcome::jsonb, '$.done[*].failed'), false) as failed
                  from journal.step
                 where world_id = :world and run_id = :run
                 order by position
                """)
                .bind("world", world.value())
                .bind("run", run)
                .map((row, _) -> new StepState(
                        row.getString("path"),
                        row.getString("kind"),
                        row.getBoolean("ended"),
                        row.getBoolean("failed")))
                .list();
    }

    private static RunStep step(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return RunStep.of(new Written(
                row.getInt("position"),
                row.getString("path"),
                row.getString("kind"),
                row.getString("asked"),
                row.getString("arguments"),
                outcome,
                instant(row, "begun_at"),
                instant(row, outcome == null ? "begun_at" : "ended_at")));
    }

    /// A whole row of `journal.run`.
    static Run run(ResultSet row) throws SQLException {
        RunState state = RunState.of(row.getString("state"));
        String text = row.getString("ending");
        JsonNode ending = text == null ? null : Json.parse(text);
        return new Run(
                row.getLong("number"),
                row.getString("id"),
                row.getString("engine"),
                row.getString("workflow"),
                row.getString("version"),
                row.getString("parent_id"),
                row.getString("dedup_key"),
                state.word(),
                row.getString("parked"),
                row.getString("parked") == null ? null : row.getString("parked_at"),
                goesOn(row),
                row.getBoolean("cancelling"),
                Json.parse(row.getString("root_input")),
                state == RunState.COMPLETED ? ending : null,
                state == RunState.FAILED ? ending : null,
                state == RunState.STUCK ? words(ending) : null,
                row.getString("started_by"),
                instant(row, "started_at"),
                row.getObject("ended_at") == null ? null : instant(row, "ended_at"));
    }

    private static @Nullable Instant goesOn(ResultSet row) throws SQLException {
        boolean here = row.getString("engine").equals("journal") && row.getObject("due_at") != null;
        return here ? instant(row, "due_at") : null;
    }

    private static @Nullable String words(@Nullable JsonNode text) {
        return text == null ? null : text.asText();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
