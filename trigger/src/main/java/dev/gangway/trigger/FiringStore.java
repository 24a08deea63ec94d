package dev.gangway.trigger;

import dev.gangway.base.WorldId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Rows of `trigger.firing`.
final class FiringStore {
    Firing add(
            Handle tx,
            Trigger trigger,
            Instant at,
            Firing.Outcome outcome,
            @Nullable String run,
            @Nullable String problem) {
        return tx.createQuery("""
                insert into trigger.firing (world_id, trigger, at, outcome, run, problem)
                values (:world, :trigger, :at, :outcome, :run, :problem)
                returning id, at, outcome, run, problem
                """)
                .bind("world", trigger.world().value())
                .bind("trigger", trigger.name())
                .bind("at", at)
                .bind("outcome", outcome.word())
                .bind("run", run)
                .bind("problem", problem)
                .map((row, _) -> firing(row))
                .one();
    }

    /// Newest first. Index: `firing_trigger`.
    ///
    /// @param below only those with a smaller id
    List<Firing> list(Handle tx, WorldId world, String trigger, long below, int limit) {
        return tx.createQuery("""
                select id, at, outcome, run, problem
                  from trigger.firing
                 where world_id = :world and trigger = :trigger and id < :below
                 order by id desc
                 limit :limit
                """)
                .bind("world", world.value())
                .bind("trigger", trigger)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, _) -> firing(row))
                .list();
    }

    /// The newest of every trigger that has one, by name. Index: `firing_trigger`.
    Map<String, Firing> newest(Handle tx, WorldId world) {
        return tx.createQuery("""
                select t.name, newest.*
                  from trigger.trigger t
                 cross join lateral (
                   select id, at, outcome, run, problem from trigger.firing
                    where world_id = t.world_id and trigger = t.name
                    order by id desc limit 1) newest
                 where t.world_id = :world
                """)
                .bind("world", world.value())
                .map((row, _) -> Map.entry(row.getString("name"), firing(row)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Deletes at most `limit` from before `before`. Index: `firing_at`.
    int prune(Handle tx, WorldId world, Instant before, int limit) {
        return tx.createUpdate("""
                delete from trigger.firing
                 where world_id = :world and id in (
                   select id from trigger.firing where world_id = :world and at < :before order by at limit :limit)
                """)
                .bind("world", world.value())
                .bind("before", before)
                .bind("limit", limit)
                .execute();
    }

    private static Firing firing(ResultSet row) throws SQLException {
        return new Firing(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                Firing.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getString("run"),
                row.getString("problem"));
    }
}
