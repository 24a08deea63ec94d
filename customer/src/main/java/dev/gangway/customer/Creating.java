package dev.gangway.customer;

import dev.gangway.base.Actor;
import dev.gangway.base.Environment;
import dev.gangway.base.Ids;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.lifecycle.CustomerLifecycle;
import dev.gangway.lifecycle.ProductState;
import dev.gangway.lifecycle.Profile;
import dev.gangway.lifecycle.Requirements;
import dev.gangway.partner.Partner;
import dev.gangway.partner.PartnerAccess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jdbi.v3.core.Handle;

/// How an end customer begins.
record Creating(EndCustomerStore customers, LogoStore logos, KeyStore keys, Aftermath aftermath) {
    private static final int CLIENT_ID_DIGITS = 24;
    private static final List<KeyKind> FIRST_KEYS = List.of(KeyKind.SANDBOX, KeyKind.LIMITED_PRODUCTION);

    Created create(Handle tx, PartnerAccess access, NewEndCustomer request, Actor actor, Instant now) {
        Partner partner = access.partner();
        CustomerRules.requireAgreements(partner.settings());
        Optional<byte[]> logo = checked(tx, access, request);
        EndCustomer customer = begin(tx, access, request, now);
        customers.insert(tx, customer);
        logo.ifPresent(png -> logos.put(tx, customer.world(), customer.clientId(), png, now));
        List<Secret> secrets = keys.issue(tx, customer.world(), customer.clientId(), now, FIRST_KEYS);
        aftermath.created(customer, actor);
        return new Created(customer, secrets.get(0), secrets.get(1));
    }

    /// That the application exists already comes before the rules checked here, but is looked up only when one of
    /// them refuses: otherwise the unique index finds it, at no cost.
    private Optional<byte[]> checked(Handle tx, PartnerAccess access, NewEndCustomer request) {
        try {
            return CustomerRules.check(request, access.partner());
        } catch (RefusedException later) {
            if (applicationIsTaken(tx, access, request.profile())) {
                throw new RefusedException(Refusal.CUSTOMER_ALREADY_CREATED);
            }
            throw later;
        }
    }

    private boolean applicationIsTaken(Handle tx, PartnerAccess access, Profile profile) {
        Partner partner = access.partner();
        return profile.applicationName()
                .filter(name ->
                        customers.applicationIsTaken(tx, partner.world(), access.environment(), partner.id(), name))
                .isPresent();
    }

    private EndCustomer begin(Handle tx, PartnerAccess access, NewEndCustomer request, Instant now) {
        Partner partner = access.partner();
        WorldId world = partner.world();
        Environment environment = access.environment();
        Profile profile = request.profile();
        List<String> products =
                request.products().isEmpty() ? partner.settings().products() : request.products();
        Assessment assessment = Assessment.of(tx, customers, partner, environment, profile);
        SequencedMap<String, ProductState> states =
                CustomerLifecycle.begin(products, profile, assessment.defaults(), assessment.verdict());
        return new EndCustomer(
                world,
                Ids.hex(CLIENT_ID_DIGITS),
                partner.id(),
                environment,
                request.reference(),
                profile,
                states,
                Requirements.due(profile, assessment.defaults(), states.keySet()),
                request.linkCustomization(),
                request.logo().isPresent(),
                now,
                now);
    }
}
