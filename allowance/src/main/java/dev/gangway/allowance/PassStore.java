package dev.gangway.allowance;

import dev.gangway.base.WorldId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Rows of `allowance.pace` and `allowance.pass`.
final class PassStore {
    /// @param running whether it is under way
    record Pass(Instant goAt, boolean running) {}

    /// The pace of a connection, locked until `tx` ends; `first` when it has none yet.
    Pace lock(Handle tx, WorldId world, String connection, Instant first) {
        return tx.createQuery("""
                insert into allowance.pace as pace (world_id, connection, next_at) values (:world, :connection, :first)
                on conflict (world_id, connection) do update set next_at = pace.next_at
                returning next_at
                """)
                .bind("world", world.value())
                .bind("connection", connection)
                .bind("first", first)
                .map((row, _) ->
                        new Pace(row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .one();
    }

    void move(Handle tx, WorldId world, String connection, Pace pace) {
        tx.createUpdate("""
                update allowance.pace set next_at = :next where world_id = :world and connection = :connection
                """)
                .bind("next", pace.nextAt())
                .bind("world", world.value())
                .bind("connection", connection)
                .execute();
    }

    Optional<Pass> find(Handle tx, WorldId world, String connection, String id) {
        return tx.createQuery("""
                select go_at, running_until is not null as running from allowance.pass
                 where world_id = :world and connection = :connection and id = :id
                """)
                .bind("world", world.value())
                .bind("connection", connection)
                .bind("id", id)
                .map((row, _) ->
                        new Pass(row.getObject("go_at", OffsetDateTime.class).toInstant(), row.getBoolean("running")))
                .findOne();
    }

    /// How many are under way, and how many whose turn has come wait for one of these to end.
    record Crowd(int running, int waiting) {}

    Crowd crowd(Handle tx, WorldId world, String connection, Instant now) {
        return tx.createQuery("""
                select count(*) filter (where running_until > :now) as running,
                       count(*) filter (where running_until is null and go_at <= :now) as waiting
                  from allowance.pass
                 where world_id = :world and connection = :connection
                """)
                .bind("now", now)
                .bind("world", world.value())
                .bind("connection", connection)
                .map((row, _) -> new Crowd(row.getInt("running"), row.getInt("waiting")))
                .one();
    }

    void begin(Handle tx, WorldId world, String connection, String id, Instant now, Instant until) {
        tx.createUpdate("""
                insert into allowance.pass (world_id, connection, id, go_at, running_until)
                values (:world, :connection, :id, :now, :until)
                on conflict (world_id, connection, id) do update set running_until = excluded.running_until
                """)
                .bind("world", world.value())
                .bind("connection", connection)
                .bind("id", id)
                .bind("now", now)
                .bind("until", until)
                .execute();
    }

    void await(Handle tx, WorldId world, String connection, String id, Instant goAt) {
        tx.createUpdate("""
                insert into allowance.pass (world_id, connection, id, go_at) values (:world, :connection, :id, :goAt)
                on conflict (world_id, connection, id) do nothing
                """)
                .bind("world", world.value())
                .bind("connection", connection)
                .bind("id", id)
                .bind("goAt", goAt)
                .execute();
    }

    void end(Handle tx, WorldId world, String connection, String id) {
        tx.createUpdate("""
                delete from allowance.pass where world_id = :world and connection = :connection and id = :id
                """)
                .bind("world", world.value())
                .bind("connection", connection)
                .bind("id", id)
                .execute();
    }

    /// Forgets those under way that never ended, and those that never came back when it was their turn.
    void forgetLost(Handle tx, WorldId world, String connection, Instant now, Instant gone) {
        tx.createUpdate("""
                delete from allowance.pass
                 where world_id = :world and connection = :connection
                   and (running_until <= :now or running_until is null and go_at < :gone)
                """)
                .bind("world", world.value())
                .bind("connection", connection)
                .bind("now", now)
                .bind("gone", gone)
                .execute();
    }
}
