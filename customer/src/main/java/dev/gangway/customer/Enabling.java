package dev.gangway.customer;

import static dev.gangway.customer.Refusal.CUSTOMER_ALREADY_ENABLED;
import static dev.gangway.customer.Refusal.CUSTOMER_NOT_READY_FOR_ENABLEMENT;

import dev.gangway.base.Actor;
import dev.gangway.base.Secret;
import dev.gangway.lifecycle.CustomerStatus;
import dev.gangway.lifecycle.Enablement;
import dev.gangway.partner.Partner;
import dev.gangway.partner.PartnerSettings;
import dev.gangway.registration.Registrations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How an end customer goes to production.
record Enabling(EndCustomerStore customers, KeyStore keys, Aftermath aftermath, Registrations registrations) {
    /// @param before the customer as it stands, locked
    Enabled enable(Handle tx, Partner partner, EndCustomer before, List<String> products, Actor actor, Instant now) {
        Enablement.Enable ready = ready(before, products, partner.settings());
        EndCustomer after = before.with(ready.states(), now);
        customers.update(tx, after);
        boolean first = before.status() != CustomerStatus.ACTIVE;
        Optional<Secret> secret = first ? Optional.of(open(tx, partner, after, now)) : Optional.empty();
        aftermath.changed(before, after, "customer.enabled", actor);
        return new Enabled(after, secret);
    }

    /// A product that the partner does not have is told only when nothing earlier in the order of rules is wrong
    /// with the others.
    private static Enablement.Enable ready(EndCustomer customer, List<String> products, PartnerSettings settings) {
        CustomerRules.requireAgreements(settings);
        List<String> known =
                products.stream().filter(settings.products()::contains).toList();
        if (known.isEmpty()) {
            CustomerRules.requireProducts(products, settings);
        }
        return switch (Enablement.decide(customer.products(), known)) {
            case Enablement.NotReady _ -> throw new RefusedException(CUSTOMER_NOT_READY_FOR_ENABLEMENT);
            case Enablement.AlreadyEnabled _ -> throw new RefusedException(CUSTOMER_ALREADY_ENABLED);
            case Enablement.Enable enable -> {
                CustomerRules.requireProducts(products, settings);
                CustomerRules.requireReseller(settings);
                yield enable;
            }
        };
    }

    /// The full production key instead of the limited one, and the banks begin.
    private Secret open(Handle tx, Partner partner, EndCustomer customer, Instant now) {
        keys.revokeAll(tx, customer.world(), customer.clientId(), KeyKind.LIMITED_PRODUCTION, now);
        List<Secret> secrets = keys.issue(tx, customer.world(), customer.clientId(), now, List.of(KeyKind.PRODUCTION));
        boolean hasLogo = customer.hasLogo() || partner.hasLogo();
        registrations.start(customer.world(), partner.id(), customer.environment(), customer.clientId(), hasLogo);
        return secrets.getFirst();
    }
}
