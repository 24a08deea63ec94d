package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Rows of `journal.intervention`.
final class InterventionStore {
    void add(Handle tx, WorldId world, String run, Intervention made) {
        tx.createUpdate("""
                insert into journal.intervention
                  (world_id, run_id, at, who, action, path, output, version, reason, pending)
                values (:world, :run, :at, :who, :action, :path, :output, :version, :reason, :pending)
                """)
                .bind("world", world.value())
                .bind("run", run)
                .bind("at", made.at())
                .bind("who", made.who())
                .bind("action", made.action())
                .bind("path", made.path())
                .bind("output", made.output() == null ? null : Json.text(made.output()))
                .bind("version", made.version())
                .bind("reason", made.reason())
                .bind("pending", made.pending())
                .execute();
    }

    /// In order.
    List<Intervention> list(Handle tx, WorldId world, String run) {
        return tx.createQuery("""
                select at, who, action, path, output, version, reason, pending from journal.intervention
                 where world_id = :world and run_id = :run
                 order by number
                """)
                .bind("world", world.value())
                .bind("run", run)
                .map((row, _) -> new Intervention(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("action"),
                        row.getString("path"),
                        output(row),
                        row.getString("version"),
                        row.getString("reason"),
                        row.getBoolean("pending")))
                .list();
    }

    /// What steps are to come to instead of being done, by the path of each: JSON null for one that is skipped. The
    /// last word on each.
    ///
    /// @param from what was told at this position or later counts as not told yet
    Map<String, JsonNode> pending(Handle tx, Claimed run, int from) {
        Map<String, JsonNode> all = new HashMap<>();
        tx.createQuery("""
                select path, output from journal.intervention
                 where world_id = :world and run_id = :run and (pending or used_at >= :from)
                 order by number
                """)
                .bind("world", run.world().value())
                .bind("run", run.id())
                .bind("from", from)
                .map((row, _) ->
                        Map.entry(row.getString("path"), Objects.requireNonNullElse(output(row), NullNode.instance)))
                .forEach(one -> all.put(one.getKey(), one.getValue()));
        return all;
    }

    /// The step at `path` was told.
    void used(Handle tx, Claimed run, String path, int position) {
        tx.createUpdate("""
                update journal.intervention set pending = false, used_at = :position
                 where world_id = :world and run_id = :run and path = :path and pending
                """)
                .bind("world", run.world().value())
                .bind("run", run.id())
                .bind("path", path)
                .bind("position", position)
                .execute();
    }

    /// What was told from a position on stays told, though nobody knows where.
    static void forgetWhere(Handle tx, WorldId world, String run, int from) {
        tx.createUpdate("""
                update journal.intervention set used_at = null
                 where world_id = :world and run_id = :run and used_at >= :from
                """)
                .bind("world", world.value())
                .bind("run", run)
                .bind("from", from)
                .execute();
    }

    private static @Nullable JsonNode output(ResultSet row) throws SQLException {
        String text = row.getString("output");
        return text == null ? null : Json.parse(text);
    }
}
