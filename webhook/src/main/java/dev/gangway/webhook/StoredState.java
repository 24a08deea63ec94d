package dev.gangway.webhook;

import static dev.gangway.webhook.Columns.optionalInstant;

import dev.gangway.webhook.DeliveryState.Delivered;
import dev.gangway.webhook.DeliveryState.Failed;
import dev.gangway.webhook.DeliveryState.Pending;
import dev.gangway.webhook.DeliveryState.Sending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A [DeliveryState] as the columns of `webhook.delivery`.
///
/// @param state `pending`, `sending`, `delivered` or `failed`
/// @param dueAt when it may be claimed (again); empty when it is finished
/// @param finishedAt empty until then
record StoredState(String state, int attempts, Optional<Instant> dueAt, Optional<Instant> finishedAt) {
    static StoredState of(DeliveryState state) {
        return switch (state) {
            case Pending(int attempts, Instant dueAt) -> live("pending", attempts, dueAt);
            case Sending(int attempts, Instant leaseUntil) -> live("sending", attempts, leaseUntil);
            case Delivered(int attempts, Instant at) -> finished("delivered", attempts, at);
            case Failed(int attempts, Instant at) -> finished("failed", attempts, at);
        };
    }

    static DeliveryState read(ResultSet row) throws SQLException {
        int attempts = row.getInt("attempts");
        Instant dueAt = optionalInstant(row, "due_at").orElse(Instant.MAX);
        Instant finishedAt = optionalInstant(row, "finished_at").orElse(Instant.MAX);
        String state = row.getString("state");
        return switch (state) {
            case "pending" -> new Pending(attempts, dueAt);
            case "sending" -> new Sending(attempts, dueAt);
            case "delivered" -> new Delivered(attempts, finishedAt);
            case "failed" -> new Failed(attempts, finishedAt);
            default -> throw new IllegalStateException("webhook.delivery.state: " + state);
        };
    }

    private static StoredState live(String state, int attempts, Instant dueAt) {
        return new StoredState(state, attempts, Optional.of(dueAt), Optional.empty());
    }

    private static StoredState finished(String state, int attempts, Instant at) {
        return new StoredState(state, attempts, Optional.empty(), Optional.of(at));
    }
}
