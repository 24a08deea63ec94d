package dev.gangway.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Json;
import dev.gangway.lifecycle.Requirement;
import dev.gangway.webhook.EventDraft;
import dev.gangway.webhook.EventType;
import dev.gangway.webhook.Webhooks;

/// What every change of an end customer leaves behind in its transaction: an audit event, and an event for each
/// thing that the partner may want to hear of.
record Aftermath(AuditTrail audit, Webhooks webhooks) {
    void created(EndCustomer customer, Actor actor) {
        audit.record(entry(customer, "customer.created", actor, NullNode.getInstance(), document(customer)));
        emitStatus(customer);
    }

    void changed(EndCustomer before, EndCustomer after, String action, Actor actor) {
        audit.record(entry(after, action, actor, document(before), document(after)));
        if (!before.products().equals(after.products())) {
            emitStatus(after);
        }
        if (!before.requirementsDue().equals(after.requirementsDue())) {
            emitRequirements(after);
        }
    }

    /// @param reason what the reviewer wrote
    void reviewed(EndCustomer before, EndCustomer after, String action, String reason, Actor actor) {
        audit.record(
                entry(after, action, actor, document(before), document(after).put("review_reason", reason)));
        emitStatus(after);
    }

    void removed(EndCustomer customer, Actor actor) {
        audit.record(entry(customer, "customer.removed", actor, document(customer), NullNode.getInstance()));
    }

    /// @param action such as `customer.key_issued`
    void keyChanged(EndCustomer customer, String action, KeyKind kind, Actor actor) {
        ObjectNode key = Json.object().put("key_kind", kind.wire());
        audit.record(entry(customer, action, actor, NullNode.getInstance(), key));
    }

    private static AuditEntry entry(EndCustomer customer, String action, Actor actor, JsonNode before, JsonNode after) {
        return new AuditEntry(customer.world(), customer.partner(), customer.clientId(), actor, action, before, after);
    }

    /// The customer as one document, for the audit trail's comparison.
    private static ObjectNode document(EndCustomer customer) {
        ObjectNode document = customer.profile().json();
        document.put("status", customer.status().name());
        document.set("product_statuses", statuses(customer));
        document.set("requirements_due", requirements(customer));
        document.put("create_link_customization", customer.linkCustomization());
        document.put("has_logo", customer.hasLogo());
        return document;
    }

    private void emitStatus(EndCustomer customer) {
        ObjectNode body = Json.object();
        body.put("status", customer.status().name());
        body.set("product_statuses", statuses(customer));
        emit(customer, EventType.END_CUSTOMER_STATUS_UPDATED, body);
    }

    private void emitRequirements(EndCustomer customer) {
        ObjectNode body = Json.object();
        body.set("requirements_due", requirements(customer));
        emit(customer, EventType.END_CUSTOMER_REQUIREMENTS_UPDATED, body);
    }

    /// Sends one event as if it had just happened, with the customer as it stands. For sandbox tests of receivers.
    void fire(EndCustomer customer, EventType type) {
        switch (type) {
            case END_CUSTOMER_STATUS_UPDATED -> emitStatus(customer);
            case END_CUSTOMER_REQUIREMENTS_UPDATED -> emitRequirements(customer);
            case END_CUSTOMER_OAUTH_STATUS_UPDATED ->
                throw new IllegalArgumentException("the registration tells of its own changes");
        }
    }

    private void emit(EndCustomer customer, EventType type, ObjectNode body) {
        webhooks.emit(new EventDraft(
                customer.world(), customer.partner(), customer.environment(), customer.clientId(), type, body));
    }

    private static ObjectNode statuses(EndCustomer customer) {
        ObjectNode statuses = Json.object();
        customer.products().forEach((product, state) -> statuses.put(product, state.wire()));
        return statuses;
    }

    private static ArrayNode requirements(EndCustomer customer) {
        ArrayNode due = Json.array();
        customer.requirementsDue().stream().map(Requirement::wire).forEach(due::add);
        return due;
    }
}
