package dev.gangway.webhook;

import static dev.gangway.webhook.Columns.instant;

import dev.gangway.base.WorldId;
import dev.gangway.egress.Outcome;
import dev.gangway.egress.Outcome.Answered;
import dev.gangway.egress.Outcome.Unanswered;
import dev.gangway.webhook.PauseRule.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Rows of `webhook.attempt`.
final class AttemptStore {
    /// @param number counts the attempts of the delivery, from 1
    void insert(Handle tx, Claim claim, int number, Attempt attempt) {
        Update insert = tx.createUpdate("""
                insert into webhook.attempt
                  (world_id, delivery_id, number, endpoint_id, at, took_millis, accepted, status, error, response)
                values (:world, :delivery, :number, :endpoint, :at, :tookMillis, :accepted, :status, :error, :response)
                """)
                .bind("world", claim.world().value())
                .bind("delivery", claim.delivery())
                .bind("number", number)
                .bind("endpoint", claim.endpoint().id())
                .bind("at", attempt.at())
                .bind("tookMillis", attempt.took().toMillis())
                .bind("accepted", attempt.outcome().isSuccess());
        Integer none = null;
        String nothing = null;
        switch (attempt.outcome()) {
            case Answered(int status, String excerpt) ->
                insert.bind("status", status).bind("error", nothing).bind("response", excerpt);
            case Unanswered(String reason) ->
                insert.bind("status", none).bind("error", reason).bind("response", nothing);
        }
        insert.execute();
    }

    /// Oldest first.
    List<Attempt> of(Handle tx, WorldId world, String delivery) {
        return tx.createQuery("""
                select at, took_millis, status, error, response
                  from webhook.attempt
                 where world_id = :world and delivery_id = :delivery
                 order by number
                """)
                .bind("world", world.value())
                .bind("delivery", delivery)
                .map((row, _) ->
                        new Attempt(instant(row, "at"), Duration.ofMillis(row.getLong("took_millis")), outcome(row)))
                .list();
    }

    /// What an active endpoint did since `since`, or since its latest change or resumption; nothing when it is
    /// not active. Index: `attempt_of_endpoint`, which holds all that is needed.
    Tally tally(Handle tx, WorldId world, String endpoint, Instant since) {
        return tx.createQuery("""
                select count(*) as attempts, count(*) filter (where not attempt.accepted) as rejected
                  from webhook.attempt
                  join webhook.endpoint on endpoint.world_id = attempt.world_id and endpoint.id = attempt.endpoint_id
                 where attempt.world_id = :world and attempt.endpoint_id = :endpoint
                   and attempt.at > :since and attempt.at >= endpoint.judged_from and endpoint.state = 'active'
                """)
                .bind("world", world.value())
                .bind("endpoint", endpoint)
                .bind("since", since)
                .map((row, _) -> new Tally(row.getLong("attempts"), row.getLong("rejected")))
                .one();
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        return row.wasNull() ? new Unanswered(row.getString("error")) : new Answered(status, row.getString("response"));
    }
}
