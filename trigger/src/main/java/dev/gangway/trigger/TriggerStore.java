package dev.gangway.trigger;

import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.storage.SealedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// Rows of `trigger.trigger`.
final class TriggerStore {
    /// A trigger with its secret, still sealed.
    record Sealed(Trigger trigger, byte @Nullable [] secret) {}

    static final SealedColumn SEALED = new SealedColumn("trigger.trigger", "sealed", true, List.of("world_id", "name"));

    private static final RowMapper<Trigger> TRIGGER = (row, _) -> trigger(row);
    private static final RowMapper<Sealed> WITH_SECRET = (row, _) -> new Sealed(trigger(row), row.getBytes("sealed"));

    /// By name. Index: the primary key.
    List<Trigger> list(Handle tx, WorldId world) {
        return tx.createQuery("""
                select world_id, name, workflow, version, kind, occasion, hook, condition, input, dedup_key, paused,
                       next_at, created_at, changed_at
                  from trigger.trigger
                 where world_id = :world
                 order by name
                """).bind("world", world.value()).map(TRIGGER).list();
    }

    /// The names of those that start runs of a workflow.
    List<String> of(Handle tx, WorldId world, String workflow) {
        return tx.createQuery("""
                select name from trigger.trigger where world_id = :world and workflow = :workflow order by name
                """)
                .bind("world", world.value())
                .bind("workflow", workflow)
                .mapTo(String.class)
                .list();
    }

    Optional<Sealed> find(Handle tx, WorldId world, String name) {
        return tx.createQuery("""
                select world_id, name, workflow, version, kind, occasion, hook, condition, input, dedup_key, paused,
                       next_at, created_at, changed_at, sealed
                  from trigger.trigger
                 where world_id = :world and name = :name
                """)
                .bind("world", world.value())
                .bind("name", name)
                .map(WITH_SECRET)
                .findOne();
    }

    /// Locks it until the end of the transaction, where there is one of that name.
    void lock(Handle tx, WorldId world, String name) {
        tx.createQuery("select 1 from trigger.trigger where world_id = :world and name = :name for update")
                .bind("world", world.value())
                .bind("name", name)
                .mapTo(Integer.class)
                .list();
    }

    /// Of any world: the address says which. Index: `trigger_hook`.
    Optional<Sealed> hooked(Handle tx, String hook) {
        return tx.createQuery("""
                select world_id, name, workflow, version, kind, occasion, hook, condition, input, dedup_key, paused,
                       next_at, created_at, changed_at, sealed
                  from trigger.trigger
                 where hook = :hook
                """).bind("hook", hook).map(WITH_SECRET).findOne();
    }

    /// Those that wait for events of a type. Index: `trigger_topic`.
    List<Trigger> interested(Handle tx, WorldId world, String topic) {
        return tx.createQuery("""
                select world_id, name, workflow, version, kind, occasion, hook, condition, input, dedup_key, paused,
                       next_at, created_at, changed_at
                  from trigger.trigger
                 where world_id = :world and topic = :topic and not paused
                 order by name
                """)
                .bind("world", world.value())
                .bind("topic", topic)
                .map(TRIGGER)
                .list();
    }

    /// The schedule that is due longest, locked; those that other nodes have are passed over. Index: `trigger_due`.
    Optional<Trigger> due(Handle tx, WorldId world, Instant now) {
        return tx.createQuery("""
                select world_id, name, workflow, version, kind, occasion, hook, condition, input, dedup_key, paused,
                       next_at, created_at, changed_at
                  from trigger.trigger
                 where world_id = :world and not paused and next_at <= :now
                 order by next_at
                 limit 1
                   for update skip locked
                """)
                .bind("world", world.value())
                .bind("now", now)
                .map(TRIGGER)
                .findOne();
    }

    void schedule(Handle tx, Trigger trigger, @Nullable Instant next) {
        tx.createUpdate("update trigger.trigger set next_at = :next where world_id = :world and name = :name")
                .bind("next", next)
                .bind("world", trigger.world().value())
                .bind("name", trigger.name())
                .execute();
    }

    /// Makes it, or makes it anew; its age and its address stay.
    void put(Handle tx, Trigger trigger, byte @Nullable [] secret) {
        tx.createUpdate("""
                insert into trigger.trigger
                  (world_id, name, workflow, version, kind, occasion, topic, hook, sealed, condition, input, dedup_key,
                   paused, next_at, created_at, changed_at)
                values (:world, :name, :workflow, :version, :kind, :occasion, :topic, :hook, :sealed, :condition,
                   :input, :dedupKey, :paused, :next, :created, :changed)
                on conflict (world_id, name) do update
                   set workflow = excluded.workflow, version = excluded.version, kind = excluded.kind,
                       occasion = excluded.occasion, topic = excluded.topic, hook = excluded.hook,
                       sealed = excluded.sealed, condition = excluded.condition, input = excluded.input,
                       dedup_key = excluded.dedup_key, paused = excluded.paused, next_at = excluded.next_at,
                       changed_at = excluded.changed_at
                """)
                .bind("world", trigger.world().value())
                .bind("name", trigger.name())
                .bind("workflow", trigger.workflow())
                .bind("version", trigger.version())
                .bind("kind", trigger.occasion().kind())
                .bind("occasion", Json.text(trigger.occasion()))
                .bind("topic", trigger.occasion() instanceof Occasion.Event(String type) ? type : null)
                .bind("hook", trigger.hook())
                .bind("sealed", secret)
                .bind("condition", trigger.mapping().condition())
                .bind("input", trigger.mapping().input())
                .bind("dedupKey", trigger.mapping().dedupKey())
                .bind("paused", trigger.paused())
                .bind("next", trigger.nextAt())
                .bind("created", trigger.createdAt())
                .bind("changed", trigger.changedAt())
                .execute();
    }

    void delete(Handle tx, WorldId world, String name) {
        tx.createUpdate("delete from trigger.trigger where world_id = :world and name = :name")
                .bind("world", world.value())
                .bind("name", name)
                .execute();
    }

    private static Trigger trigger(ResultSet row) throws SQLException {
        Timestamp next = row.getTimestamp("next_at");
        return new Trigger(
                new WorldId(row.getString("world_id")),
                row.getString("name"),
                row.getString("workflow"),
                row.getString("version"),
                occasion(row.getString("kind"), row.getString("occasion")),
                new Mapping(row.getString("condition"), row.getString("input"), row.getString("dedup_key")),
                row.getBoolean("paused"),
                row.getString("hook"),
                next == null ? null : next.toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Occasion occasion(String kind, String json) {
        Class<? extends Occasion> type = switch (kind) {
            case "schedule" -> Occasion.Schedule.class;
            case "webhook" -> Occasion.Webhook.class;
            default -> Occasion.Event.class;
        };
        return Json.read(Json.parse(json), type);
    }
}
