package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.workflow.Subscription;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Events of which those who wait have not been told, and those who wait.
final class TurnStore {
    private static final int AT_ONCE = 200; // events

    /// @param run that it is for; null for all
    record Came(long number, @Nullable String run, JsonNode event) {
        String type() {
            return event.path("type").asText();
        }
    }

    /// Longest first. Index: `event_untold`.
    List<Came> untold(Handle tx, WorldId world) {
        return tx.createQuery("""
                select number, run_id, event from journal.event
                 where world_id = :world and turn is null
                 order by number limit :limit
                """)
                .bind("world", world.value())
                .bind("limit", AT_ONCE)
                .map((row, _) ->
                        new Came(row.getLong("number"), row.getString("run_id"), Json.parse(row.getString("event"))))
                .list();
    }

    /// Those who wait are told now.
    void tell(Handle tx, WorldId world, Collection<Long> numbers) {
        tx.createUpdate("""
                with next as (
                  insert into journal.turn (world_id, turn) values (:world, 1)
                  on conflict (world_id) do update set turn = turn.turn + 1
                  returning turn)
                update journal.event set turn = next.turn from next
                 where world_id = :world and number = any(:numbers)
                """)
                .bind("world", world.value())
                .bindArray("numbers", Long.class, numbers)
                .execute();
    }

    /// A run that waits for events, or is somewhere else and may.
    ///
    /// @param awaits null when it is not known what it waits for
    record Waiter(String run, @Nullable Subscription awaits) {}

    /// Index: `run_listens`.
    List<Waiter> waiters(Handle tx, WorldId world, Set<String> types) {
        return tx.createQuery("""
                select id, awaits from journal.run
                 where world_id = :world and state in ('active', 'suspended', 'stuck') and listens && :types
                   and (parked = 'events' or executing)
                """)
                .bind("world", world.value())
                .bindArray("types", String.class, types)
                .map((row, _) -> new Waiter(row.getString("id"), subscription(row.getString("awaits"))))
                .list();
    }

    private static @Nullable Subscription subscription(@Nullable String text) {
        return text == null ? null : Json.read(Json.parse(text), Subscription.class);
    }

    /// Lets those that wait look again.
    void wake(Handle tx, WorldId world, Collection<String> runs, Instant now) {
        tx.createUpdate("""
                update journal.run set due_at = :now
                 where world_id = :world and id in (
                  select id from journal.run
                   where world_id = :world and id = any(:runs) and node_id is null and (parked = 'events' or executing)
                   order by id
                     for update)
                """)
                .bind("world", world.value())
                .bind("now", now)
                .bindArray("runs", String.class, runs)
                .execute();
    }

    /// Forgets events that no run will listen for any more, and those that came before `before`. Indexes: `run_since`,
    /// `event_at`.
    int forget(Handle tx, WorldId world, Instant before) {
        return tx.createUpdate("""
                delete from journal.event
                 where world_id = :world and turn is not null
                   and (at < :before or run_id is null and turn <= coalesce((
                    select min(since) from journal.run
                     where world_id = :world and state in ('active', 'suspended', 'stuck') and listens <> '{}'), turn))
                """)
                .bind("world", world.value())
                .bind("before", before)
                .execute();
    }
}
