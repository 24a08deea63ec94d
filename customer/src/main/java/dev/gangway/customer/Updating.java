package dev.gangway.customer;

import dev.gangway.base.Actor;
import dev.gangway.lifecycle.CustomerLifecycle;
import dev.gangway.lifecycle.ProductState;
import dev.gangway.lifecycle.Profile;
import dev.gangway.lifecycle.Requirements;
import dev.gangway.partner.Partner;
import dev.gangway.partner.PartnerAccess;
import dev.gangway.partner.PartnerSettings;
import dev.gangway.registration.Registrations;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jdbi.v3.core.Handle;

/// How what is known about an end customer changes.
record Updating(EndCustomerStore customers, LogoStore logos, Aftermath aftermath, Registrations registrations) {
    /// @param before the customer as it stands, locked
    EndCustomer update(
            Handle tx, PartnerAccess access, EndCustomer before, CustomerUpdate update, Actor actor, Instant now) {
        Partner partner = access.partner();
        Profile profile = before.profile().merge(update.profile());
        requireFreeApplication(tx, before, profile);
        boolean linkCustomization = update.linkCustomization().orElse(before.linkCustomization());
        boolean hasLogo = update.logo().map(logo -> !logo.isEmpty()).orElse(before.hasLogo());
        Optional<byte[]> png = checked(update, linkCustomization, hasLogo, partner.settings());
        SequencedMap<String, ProductState> chosen =
                CustomerLifecycle.choose(before.products(), products(before, update, partner));
        EndCustomer informed = new EndCustomer(
                before.world(),
                before.clientId(),
                before.partner(),
                before.environment(),
                before.reference(),
                profile,
                chosen,
                before.requirementsDue(),
                linkCustomization,
                hasLogo,
                before.createdAt(),
                now);
        EndCustomer after = assessed(tx, partner, before.profile(), informed);
        customers.update(tx, after);
        storeLogo(tx, update, png, after, now);
        aftermath.changed(before, after, "customer.updated", actor);
        return after;
    }

    /// Looks again at a customer whose partner's defaults changed.
    void reconsider(Handle tx, Partner partner, EndCustomer before) {
        EndCustomer after = assessed(tx, partner, before.profile(), before);
        customers.update(tx, after);
        if (!after.equals(before)) {
            aftermath.changed(before, after, "customer.reconsidered", Actor.SYSTEM);
        }
    }

    /// `informed` with the product states and requirements that follow from what is now known.
    private EndCustomer assessed(Handle tx, Partner partner, Profile profileBefore, EndCustomer informed) {
        Assessment assessment = Assessment.of(tx, customers, partner, informed.environment(), informed.profile());
        SequencedMap<String, ProductState> states = CustomerLifecycle.informationChanged(
                informed.products(), profileBefore, informed.profile(), assessment.defaults(), assessment.verdict());
        return informed.with(states, Requirements.due(informed.profile(), assessment.defaults(), states.keySet()));
    }

    private void requireFreeApplication(Handle tx, EndCustomer before, Profile profile) {
        Optional<String> name = profile.applicationName();
        boolean renamed = name.isPresent()
                && !name.get()
                        .equalsIgnoreCase(before.profile().applicationName().orElse(""));
        if (renamed
                && customers.applicationIsTaken(
                        tx, before.world(), before.environment(), before.partner(), name.get())) {
            throw new RefusedException(Refusal.CUSTOMER_ALREADY_CREATED);
        }
    }

    private static Optional<byte[]> checked(
            CustomerUpdate update, boolean linkCustomization, boolean hasLogo, PartnerSettings settings) {
        CustomerRules.requireLogo(linkCustomization, hasLogo, settings);
        Optional<byte[]> png = update.logo().filter(logo -> !logo.isEmpty()).map(CustomerRules::checkedLogo);
        CustomerRules.requireProducts(update.products().orElse(List.of()), settings);
        CustomerRules.requireReseller(settings);
        return png;
    }

    private static Collection<String> products(EndCustomer before, CustomerUpdate update, Partner partner) {
        return update.products()
                .map(named -> named.isEmpty() ? partner.settings().products() : named)
                .orElse(List.copyOf(before.products().keySet()));
    }

    private void storeLogo(Handle tx, CustomerUpdate update, Optional<byte[]> png, EndCustomer after, Instant now) {
        if (png.isPresent()) {
            logos.put(tx, after.world(), after.clientId(), png.get(), now);
            registrations.logoGiven(after.world(), after.clientId());
        } else if (update.logo().isPresent()) {
            logos.remove(tx, after.world(), after.clientId());
        }
    }
}
