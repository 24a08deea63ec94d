package dev.gangway.gateway;

import dev.gangway.base.WorldId;
import dev.gangway.storage.CopyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Rows of `gateway.call`.
final class CallStore {
    private static final List<String> COLUMNS = List.of(
            "world_id",
            "at",
            "caller",
            "request_id",
            "connection",
            "provider",
            "operation",
            "method",
            "host",
            "path",
            "status",
            "error",
            "bytes_up",
            "bytes_down",
            "micros",
            "upstream_micros",
            "upstream_request_id",
            "request_body",
            "response_body");
    private static final int LOOKED_THROUGH = 100_000; // calls, for a text
    private static final String OF_THE_CALLER = "(:caller::text is null or caller = :caller)";
    /// A branch is called as its run, a point, and more: `/` comes right after the point.
    private static final String OF_THE_RUN = """
            caller like 'run:%' and caller collate "C" >= :caller and caller collate "C" < :caller || '/'""";

    /// All of them at once.
    void insert(Handle tx, List<CallRecord> calls) {
        CopyRows rows = new CopyRows("gateway.call", COLUMNS);
        calls.forEach(call -> rows.row()
                .text(call.world().value())
                .time(call.at())
                .text(call.caller())
                .text(call.requestId())
                .text(call.connection())
                .text(call.provider())
                .text(call.operation())
                .text(call.method())
                .text(call.host())
                .text(call.path())
                .integer(call.status())
                .text(call.error())
                .bigint(call.bytesUp())
                .bigint(call.bytesDown())
                .integer(call.micros())
                .integer(call.upstreamMicros())
                .text(call.upstreamRequestId())
                .text(call.requestBody())
                .text(call.responseBody()));
        rows.insert(tx);
    }

    /// Newest first. Index: the primary key, `call_connection`, or `call_of_run`.
    List<CallRecord> list(Handle tx, WorldId world, CallFilter filter, long below, int limit) {
        return found(tx, "*", world, filter, below, limit)
                .map((row, _) -> call(row))
                .list();
    }

    /// The ids of the newest, newest first. Index: as `list`.
    List<Long> ids(Handle tx, WorldId world, CallFilter filter, int limit) {
        return found(tx, "id", world, filter, Long.MAX_VALUE, limit)
                .mapTo(Long.class)
                .list();
    }

    private static Query found(Handle tx, String what, WorldId world, CallFilter filter, long below, int limit) {
        return tx.createQuery("""
                select %s from (
                  select * from gateway.call
                   where world_id = :world and id < :below
                     and (:connection::text is null or connection = :connection)
                     and (:operation::text is null or operation = :operation)
                     and %s
                     and (not :failed or status is null or status >= 400)
                   order by id desc limit :looked) recent
                 where :text::text is null
                    or position(lower(:text) in lower(concat_ws(' ', caller, request_id, connection, provider, operation,
                         method, host || path, status, error, upstream_request_id, request_body, response_body))) > 0
                 order by id desc limit :limit
                """.formatted(what, filter.isOfARun() ? OF_THE_RUN : OF_THE_CALLER))
                .bind("world", world.value())
                .bind("below", below)
                .bind("connection", filter.connection())
                .bind("operation", filter.operation())
                .bind("caller", filter.caller())
                .bind("failed", filter.failed())
                .bind("text", filter.text())
                .bind("looked", filter.text() == null ? limit : LOOKED_THROUGH)
                .bind("limit", limit);
    }

    /// In the order of their ids; those that were deleted meanwhile are left out. Index: the primary key.
    List<CallRecord> those(Handle tx, WorldId world, List<Long> ids) {
        return tx.createQuery("select * from gateway.call where world_id = :world and id = any(:ids) order by id")
                .bind("world", world.value())
                .bindArray("ids", Long.class, ids)
                .map((row, _) -> call(row))
                .list();
    }

    Optional<CallRecord> find(Handle tx, WorldId world, long id) {
        return tx.createQuery("select * from gateway.call where world_id = :world and id = :id")
                .bind("world", world.value())
                .bind("id", id)
                .map((row, _) -> call(row))
                .findOne();
    }

    /// Deletes those of the `limit` oldest calls that are from before `before`. Index: the primary key.
    int prune(Handle tx, WorldId world, Instant before, int limit) {
        return tx.createUpdate("""
                delete from gateway.call
                 where world_id = :world and id in (
                   select id from (
                     select id, at from gateway.call where world_id = :world order by id limit :limit) oldest
                    where at < :before)
                """)
                .bind("world", world.value())
                .bind("before", before)
                .bind("limit", limit)
                .execute();
    }

    private static CallRecord call(ResultSet row) throws SQLException {
        return new CallRecord(
                new WorldId(row.getString("world_id")),
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("caller"),
                row.getString("request_id"),
                row.getString("connection"),
                row.getString("provider"),
                row.getString("operation"),
                row.getString("method"),
                row.getString("host"),
                row.getString("path"),
                row.getObject("status", Integer.class),
                row.getString("error"),
                row.getLong("bytes_up"),
                row.getLong("bytes_down"),
                row.getInt("micros"),
                row.getInt("upstream_micros"),
                row.getString("upstream_request_id"),
                row.getString("request_body"),
                row.getString("response_body"));
    }
}
