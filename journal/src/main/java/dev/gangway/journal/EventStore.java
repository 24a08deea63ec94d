package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Rows of `journal.event` and `journal.heard`: what came, and which run has consumed it.
final class EventStore {
    /// The events that one look takes in.
    static final int PAGE = 1_000;

    private static final int TURNS = 0x67777475; // names the advisory lock

    /// Keeps an event, if any run may listen for events of its type. Locks nothing. Index: `run_listens`.
    boolean add(Handle tx, WorldId world, JsonNode event, Instant now) {
        return tx.createUpdate("""
                insert into journal.event (world_id, type, event, at)
                select :world, :type, :event, :now
                 where exists (
                  select from journal.run
                   where world_id = :world and state in ('active', 'suspended', 'stuck') and listens && :types)
                """)
                        .bind("world", world.value())
                        .bind("type", type(event))
                        .bind("event", Json.text(event))
                        .bind("now", now)
                        .bindArray("types", String.class, List.of(type(event), "*"))
                        .execute()
                == 1;
    }

    /// How many runs may listen for events of that type. Index: `run_listens`.
    int listeners(Handle tx, WorldId world, JsonNode event) {
        return tx.createQuery("""
                select count(*) from journal.run
                 where world_id = :world and state in ('active', 'suspended', 'stuck') and listens && :types
                """)
                .bind("world", world.value())
                .bindArray("types", String.class, List.of(type(event), "*"))
                .mapTo(int.class)
                .one();
    }

    private static String type(JsonNode event) {
        return event.path("type").asText();
    }

    /// Keeps an event for one run; false when that has ended, or never was. For a run that never listens it is not
    /// kept.
    boolean addFor(Handle tx, WorldId world, String run, JsonNode event, Instant now) {
        return tx.createQuery("""
                with target as (
                  select id, cardinality(listens) > 0 as may_listen from journal.run
                   where world_id = :world and id = :run and state in ('active', 'suspended', 'stuck')
                     for update),
                kept as (
                  insert into journal.event (world_id, run_id, type, event, at)
                  select :world, id, :type, :event, :now from target where may_listen)
                select count(*) from target
                """)
                        .bind("world", world.value())
                        .bind("run", run)
                        .bind("type", type(event))
                        .bind("event", Json.text(event))
                        .bind("now", now)
                        .mapTo(int.class)
                        .one()
                == 1;
    }

    /// Keeps those who are about to wait and those who tell of events apart, until the end of the transaction. Taken
    /// before any row is locked.
    void waits(Handle tx) {
        tx.execute("select pg_advisory_xact_lock_shared(?)", TURNS);
    }

    /// Lets nobody begin to wait until the end of the transaction; those who were about to do now wait.
    void tells(Handle tx) {
        tx.execute("select pg_advisory_xact_lock(?)", TURNS);
    }

    /// Events of some types that a run may hear and has not consumed, by number, in the order in which they came.
    ///
    /// @param types empty for any
    /// @param after only those with a higher number
    Map<Long, JsonNode> waiting(Handle tx, Claimed run, Collection<String> types, long after) {
        Map<Long, JsonNode> events = new LinkedHashMap<>();
        tx.createQuery("""
                select e.number, e.event from (
                  select e.number, e.event
                    from journal.run r join journal.event e on e.world_id = r.world_id and e.run_id is null
                   where r.world_id = :world and r.id = :run and (:any or e.type = any(:types)) and e.number > :after
                     and (e.turn is null or e.turn > r.since) and e.number <> all(r.deaf_to)
                  union all
                  select number, event from journal.event
                   where world_id = :world and run_id = :run and number > :after) e
                 where not exists (
                  select from journal.heard h
                   where h.world_id = :world and h.run_id = :run and h.number = e.number)
                 order by e.number limit :limit
                """)
                .bind("world", run.world().value())
                .bind("run", run.id())
                .bind("any", types.isEmpty())
                .bindArray("types", String.class, types)
                .bind("after", after)
                .bind("limit", PAGE)
                .map((row, _) -> Map.entry(row.getLong("number"), Json.parse(row.getString("event"))))
                .forEach(event -> events.put(event.getKey(), event.getValue()));
        return events;
    }

    /// What a run consumed at a position, in the order in which it came.
    List<JsonNode> heard(Handle tx, Claimed run, int position) {
        return tx.createQuery("""
                select e.event from journal.heard h join journal.event e on e.world_id = h.world_id and e.number = h.number
                 where h.world_id = :world and h.run_id = :run and h.position = :position
                 order by h.number
                """)
                .bind("world", run.world().value())
                .bind("run", run.id())
                .bind("position", position)
                .map((row, _) -> Json.parse(row.getString("event")))
                .list();
    }

    void consume(Handle tx, Claimed run, int position, Collection<Long> numbers) {
        tx.createUpdate("""
                insert into journal.heard (world_id, run_id, number, position)
                select :world, :run, number, :position from unnest(:numbers) as number
                """)
                .bind("world", run.world().value())
                .bind("run", run.id())
                .bind("position", position)
                .bindArray("numbers", Long.class, numbers)
                .execute();
    }

    /// What it waits for from now on.
    ///
    /// @param subscription JSON
    void awaits(Handle tx, Claimed run, String subscription) {
        tx.createUpdate("update journal.run set awaits = :subscription where world_id = :world and id = :run")
                .bind("subscription", subscription)
                .bind("world", run.world().value())
                .bind("run", run.id())
                .execute();
    }

    /// What a run consumed from a position on stays consumed, though it forgets where.
    static void forgetWhere(Handle tx, WorldId world, String run, int from) {
        tx.createUpdate("""
                update journal.heard set position = -1 where world_id = :world and run_id = :run and position >= :from
                """)
                .bind("world", world.value())
                .bind("run", run)
                .bind("from", from)
                .execute();
    }

    /// A run that has ended listens no more.
    void clear(Handle tx, Claimed run) {
        tx.createUpdate("delete from journal.event where world_id = :world and run_id = :run")
                .bind("world", run.world().value())
                .bind("run", run.id())
                .execute();
    }
}
