package dev.gangway.wire;

import static dev.gangway.wire.PlaidError.INVALID_FIELD;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Environment;
import dev.gangway.base.Json;
import dev.gangway.customer.EndCustomer;
import dev.gangway.customer.EndCustomers;
import dev.gangway.customer.ReviewDecision;
import dev.gangway.registration.Forcing;
import dev.gangway.registration.RegistrationStatus;
import dev.gangway.registration.Registrations;
import dev.gangway.webhook.EventType;
import java.util.List;

/// The operations that force an outcome, in sandbox only.
record SandboxCalls(EndCustomers customers, Registrations registrations, RegistrationCalls answers) {
    ObjectNode review(Call call) {
        EndCustomer customer = sandboxCustomer(call);
        boolean approve = call.text("decision").equals("APPROVE");
        ReviewDecision decision = new ReviewDecision(
                approve, List.of(), call.optionalText("reason").orElse("decided in sandbox"));
        return Answers.found(customers.review(call.world(), customer.clientId(), decision, call.actor()));
    }

    ObjectNode setInstitution(Call call) {
        EndCustomer customer = sandboxCustomer(call);
        Forcing outcome = registrations.set(
                call.world(),
                customer.clientId(),
                call.text("institution_id"),
                RegistrationStatus.valueOf(call.text("status")),
                call.optionalText("error_message").orElse(null),
                call.request().id());
        return switch (outcome) {
            case DONE -> answers.institutions(customer, call.access().partner().settings());
            case INSTITUTION_UNKNOWN ->
                throw new PlaidException(INVALID_FIELD, "institution_id must be one of the OAuth institutions");
            case CUSTOMER_NOT_REGISTERING ->
                throw new PlaidException(
                        INVALID_FIELD, "end_customer_client_id must be an end customer that is enabled");
        };
    }

    ObjectNode fireWebhook(Call call) {
        EndCustomer customer = sandboxCustomer(call);
        EventType type = EventType.valueOf(call.text("webhook_code"));
        switch (type) {
            case END_CUSTOMER_OAUTH_STATUS_UPDATED -> registrations.announce(call.world(), customer.clientId());
            case END_CUSTOMER_STATUS_UPDATED, END_CUSTOMER_REQUIREMENTS_UPDATED -> customers.fire(customer, type);
        }
        return Json.object().put("webhook_fired", true);
    }

    /// @throws PlaidException SANDBOX_ONLY; that the customer is unknown comes before it in the order of rules
    private EndCustomer sandboxCustomer(Call call) {
        EndCustomer customer = customers.find(call.access(), call.customer());
        if (call.environment() != Environment.SANDBOX) {
            throw new PlaidException(
                    PlaidError.SANDBOX_ONLY, call.request().route().path());
        }
        return customer;
    }
}
