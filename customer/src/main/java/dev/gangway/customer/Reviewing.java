package dev.gangway.customer;

import dev.gangway.base.Actor;
import dev.gangway.lifecycle.CustomerLifecycle;
import dev.gangway.lifecycle.ProductState;
import dev.gangway.partner.Partner;
import java.time.Instant;
import java.util.Optional;
import java.util.SequencedMap;
import org.jdbi.v3.core.Handle;

/// How a person decides on an end customer.
record Reviewing(EndCustomerStore customers, Aftermath aftermath) {
    /// @param before the customer as it stands, locked
    EndCustomer decide(
            Handle tx, Partner partner, EndCustomer before, ReviewDecision decision, Actor actor, Instant now) {
        SequencedMap<String, ProductState> states =
                states(partner, before, decision).orElseThrow(() -> new RefusedException(Refusal.NOTHING_TO_REVIEW));
        EndCustomer after = before.with(states, now);
        customers.update(tx, after);
        String action = decision.approve() ? "customer.approved" : "customer.denied";
        aftermath.reviewed(before, after, action, decision.reason(), actor);
        return after;
    }

    private static Optional<SequencedMap<String, ProductState>> states(
            Partner partner, EndCustomer customer, ReviewDecision decision) {
        if (!decision.approve()) {
            return CustomerLifecycle.denied(customer.products(), decision.products(), decision.reason());
        }
        return CustomerLifecycle.approved(
                customer.products(),
                decision.products(),
                customer.profile(),
                Assessment.defaults(partner.settings()),
                decision.reason());
    }
}
