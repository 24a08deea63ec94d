package dev.gangway.registration;

import static dev.gangway.webhook.EventType.END_CUSTOMER_OAUTH_STATUS_UPDATED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.webhook.EventDraft;
import dev.gangway.webhook.Webhooks;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts events to the registrations of one enrolled end customer, stores what they become and tells the partner,
/// all in the transaction that holds the enrolment's lock.
final class Mover {
    private static final Logger LOG = LoggerFactory.getLogger(Mover.class);

    private final StandingStore standings;
    private final Webhooks webhooks;
    private final RegistrationConfig config;

    Mover(StandingStore standings, Webhooks webhooks, RegistrationConfig config) {
        this.standings = standings;
        this.webhooks = webhooks;
        this.config = config;
    }

    /// Puts `event` to each of `before`; returns all of them, as they are after it.
    List<Standing> move(Handle tx, Enrolment enrolment, List<Standing> before, RegistrationEvent event) {
        RegistrationPace pace = config.pace(enrolment.environment());
        List<Standing> after = new ArrayList<>();
        List<Standing> changed = new ArrayList<>();
        for (Standing standing : before) {
            Standing next = standing.with(Transition.next(standing.state(), event, pace));
            after.add(next);
            if (!next.equals(standing)) {
                changed.add(next);
            }
            if (next.status() != standing.status()) {
                tell(enrolment, next);
            }
        }
        standings.update(tx, enrolment, changed);
        return after;
    }

    /// Tells the partner where one registration stands.
    void tell(Enrolment enrolment, Standing standing) {
        ObjectNode body = Json.object();
        body.put("institution_id", standing.institution().id());
        body.put("institution_name", standing.institution().name());
        body.put("status", standing.status().wire());
        webhooks.emit(new EventDraft(
                enrolment.world(),
                enrolment.partner(),
                enrolment.environment(),
                enrolment.customer(),
                END_CUSTOMER_OAUTH_STATUS_UPDATED,
                body));
        LOG.atInfo()
                .addKeyValue("customer", enrolment.customer())
                .addKeyValue("institution", standing.institution().id())
                .addKeyValue("status", standing.status())
                .log("registration moved");
    }
}
