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

/// Rows of `journal.inbox`: what runs may listen for and have not consumed.
final class InboxStore {
    private static final int MOST = 1_000; // looked at for one task; older ones first

    /// Locks every run that may listen for events of `type`. In the order of their ids, like all who lock several.
    /// Index: `run_listens`.
    List<String> lockListeners(Handle tx, WorldId world, String type) {
        return tx.createQuery("""
                select id from journal.run
                 where world_id = :world and state in ('active', 'suspended', 'stuck') and listens && :types
                 order by id
                   for update
                """)
                .bind("world", world.value())
                .bindArray("types", String.class, List.of(type, "*"))
                .mapTo(String.class)
                .list();
    }

    /// Locks one run, whatever it listens for; empty when it has ended, or never was.
    List<String> lockListener(Handle tx, WorldId world, String run) {
        return tx.createQuery("""
                select id from journal.run
                 where world_id = :world and id = :run and state in ('active', 'suspended', 'stuck')
                   for update
                """)
                .bind("world", world.value())
                .bind("run", run)
                .mapTo(String.class)
                .list();
    }

    /// Gives an event to runs that the caller has locked, and wakes those that wait for one. For a run that never
    /// listens it is not kept.
    void deliver(Handle tx, WorldId world, Collection<String> runs, JsonNode event, Instant now) {
        tx.createUpdate("""
                insert into journal.inbox (world_id, run_id, event)
                select :world, id, :event from journal.run
                 where world_id = :world and id = any(:runs) and cardinality(listens) > 0
                """)
                .bind("world", world.value())
                .bind("event", Json.text(event))
                .bindArray("runs", String.class, runs)
                .execute();
        tx.createUpdate("""
                update journal.run set due_at = :now
                 where world_id = :world and id = any(:runs) and node_id is null and (parked = 'events' or executing)
                """)
                .bind("world", world.value())
                .bind("now", now)
                .bindArray("runs", String.class, runs)
                .execute();
    }

    /// By number, in the order in which they came.
    Map<Long, JsonNode> waiting(Handle tx, Claimed run) {
        return waiting(tx, run, 0);
    }

    /// Those with a higher number than `after`.
    Map<Long, JsonNode> waiting(Handle tx, Claimed run, long after) {
        Map<Long, JsonNode> events = new LinkedHashMap<>();
        tx.createQuery("""
                select number, event from journal.inbox
                 where world_id = :world and run_id = :run and number > :after
                 order by number limit :limit
                """)
                .bind("world", run.world().value())
                .bind("run", run.id())
                .bind("after", after)
                .bind("limit", MOST)
                .map((row, _) -> Map.entry(row.getLong("number"), Json.parse(row.getString("event"))))
                .forEach(event -> events.put(event.getKey(), event.getValue()));
        return events;
    }

    void consume(Handle tx, Claimed run, Collection<Long> numbers) {
        tx.createUpdate("""
                delete from journal.inbox where world_id = :world and run_id = :run and number = any(:numbers)
                """)
                .bind("world", run.world().value())
                .bind("run", run.id())
                .bindArray("numbers", Long.class, numbers)
                .execute();
    }

    /// A run that has ended listens no more.
    void clear(Handle tx, Claimed run) {
        tx.createUpdate("delete from journal.inbox where world_id = :world and run_id = :run")
                .bind("world", run.world().value())
                .bind("run", run.id())
                .execute();
    }
}
