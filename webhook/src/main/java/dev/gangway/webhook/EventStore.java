package dev.gangway.webhook;

import dev.gangway.base.Ids;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Rows of `webhook.event`.
final class EventStore {
    void insert(Handle tx, EventDraft draft, Instant now) {
        tx.createUpdate("""
                insert into webhook.event (world_id, id, partner_id, environment, subject, type, body, created_at)
                values (:world, :id, :partner, :environment, :subject, :type, :body, :now)
                """)
                .bind("world", draft.world().value())
                .bind("id", Ids.of("evt"))
                .bind("partner", draft.partner())
                .bind("environment", draft.environment().wire())
                .bind("subject", draft.subject())
                .bind("type", draft.type().name())
                .bind("body", EventBody.of(draft))
                .bind("now", now)
                .execute();
    }
}
