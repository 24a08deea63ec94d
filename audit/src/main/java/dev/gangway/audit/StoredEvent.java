package dev.gangway.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.gangway.base.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// One row of `audit.event`, without its seal.
///
/// @param changes the JSON text exactly as it was recorded
record StoredEvent(
        String world,
        long id,
        Instant at,
        @Nullable String partner,
        String subject,
        String actor,
        String requestId,
        String action,
        String changes) {

    static StoredEvent of(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getString("world_id"),
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("partner"),
                row.getString("subject"),
                row.getString("actor"),
                row.getString("request_id"),
                row.getString("action"),
                row.getString("changes"));
    }

    /// The one text that stands for this row at `position`: compact JSON, members in this order. Both the
    /// hash and the export are made of it, so an auditor needs no more than the export to check the chain.
    String canonical(long position) {
        ObjectNode row = Json.object();
        row.put("position", position);
        row.put("world", world);
        row.put("id", id);
        row.put("at", at.toString());
        row.put("partner", partner);
        row.put("subject", subject);
        row.put("actor", actor);
        row.put("request_id", requestId);
        row.put("action", action);
        row.putRawValue("changes", new RawValue(changes));
        return Json.text(row);
    }
}
