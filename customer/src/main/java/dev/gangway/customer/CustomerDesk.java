package dev.gangway.customer;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.STATE_CONFLICT;

import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.Environment;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.customer.CustomerViews.Detail;
import dev.gangway.customer.CustomerViews.KeyView;
import dev.gangway.customer.CustomerViews.RegistrationView;
import dev.gangway.customer.CustomerViews.Summary;
import dev.gangway.lifecycle.CustomerStatus;
import dev.gangway.lifecycle.Profile;
import dev.gangway.partner.Partner;
import dev.gangway.partner.Partners;
import dev.gangway.registration.Registrations;
import dev.gangway.storage.Database;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What operators do with end customers, whoever's they are. What is not there is a [ProblemException] here.
record CustomerDesk(
        Database database,
        Clocks clocks,
        Partners partners,
        AuditTrail audit,
        Registrations registrations,
        EndCustomers endCustomers,
        EndCustomerStore customers,
        CustomerListStore lists,
        KeyStore keyStore,
        Aftermath aftermath) {
    private static final int LIVE_KEYS_MOST = 2; // of one kind, while a customer rotates

    List<EndCustomer> list(WorldId world, CustomerFilter filter) {
        return database.read(tx -> lists.list(tx, world, filter));
    }

    Detail read(WorldId world, String clientId) {
        return database.read(tx -> detail(existing(customers.find(tx, world, clientId))));
    }

    private Detail detail(EndCustomer customer) {
        return new Detail(
                Summary.of(customer),
                customer.profile().json(),
                registrations.of(customer.world(), customer.clientId()).stream()
                        .map(RegistrationView::of)
                        .toList(),
                audit.timeline(customer.world(), customer.clientId()));
    }

    List<CustomerViews.Review> reviews(WorldId world, CustomerFilter filter) {
        return database.read(tx -> lists.underReview(tx, world, filter).stream()
                .map(customer -> CustomerViews.review(customer, hasChannelConflict(tx, customer)))
                .toList());
    }

    private boolean hasChannelConflict(Handle tx, EndCustomer customer) {
        return customer.profile()
                .websiteHost()
                .filter(host ->
                        customers.hostIsTaken(tx, customer.world(), customer.environment(), customer.partner(), host))
                .isPresent();
    }

    Detail decide(WorldId world, String clientId, ReviewDecision decision, Actor actor) {
        return database.transaction(tx -> {
            try {
                return detail(endCustomers.review(world, clientId, decision, actor));
            } catch (RefusedException refused) {
                throw problem(refused);
            }
        });
    }

    private static ProblemException problem(RefusedException refused) {
        return refused.refusal() == Refusal.CUSTOMER_NOT_FOUND
                ? new ProblemException(NOT_FOUND, "no such end customer")
                : new ProblemException(
                        STATE_CONFLICT, "the end customer, or a product named, cannot be decided on now");
    }

    List<KeyView> keys(WorldId world, String clientId) {
        return database.read(tx -> {
            EndCustomer customer = existing(customers.find(tx, world, clientId));
            return keyStore.live(tx, world, customer.clientId()).stream()
                    .map(KeyView::of)
                    .toList();
        });
    }

    CustomerViews.IssuedKeyView issueKey(WorldId world, String clientId, Environment environment, Actor actor) {
        return database.transaction(tx -> {
            EndCustomer customer = existing(customers.lock(tx, world, clientId));
            KeyKind kind = kind(customer, environment);
            long live = keyStore.live(tx, world, clientId).stream()
                    .filter(key -> key.kind() == kind)
                    .count();
            if (live >= LIVE_KEYS_MOST) {
                throw new ProblemException(STATE_CONFLICT, "two keys of this kind are live; revoke one first");
            }
            Secret secret = keyStore.issue(tx, world, clientId, clocks.now(world), List.of(kind))
                    .getFirst();
            aftermath.keyChanged(customer, "customer.key_issued", kind, actor);
            return CustomerViews.IssuedKeyView.of(
                    keyStore.live(tx, world, clientId).getLast(), secret);
        });
    }

    private static KeyKind kind(EndCustomer customer, Environment environment) {
        return switch (environment) {
            case SANDBOX -> KeyKind.SANDBOX;
            case PRODUCTION ->
                customer.status() == CustomerStatus.ACTIVE ? KeyKind.PRODUCTION : KeyKind.LIMITED_PRODUCTION;
        };
    }

    void revokeKey(WorldId world, String clientId, String key, Actor actor) {
        database.run(tx -> {
            EndCustomer customer = existing(customers.lock(tx, world, clientId));
            CustomerKey live = keyStore.live(tx, world, clientId).stream()
                    .filter(candidate -> candidate.id().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(NOT_FOUND, "no such live key"));
            keyStore.revoke(tx, world, clientId, key, clocks.now(world));
            aftermath.keyChanged(customer, "customer.key_revoked", live.kind(), actor);
        });
    }

    Evaluation evaluate(WorldId world, String partnerId, EvaluationRequest question) {
        Partner partner =
                partners.find(world, partnerId).orElseThrow(() -> new ProblemException(NOT_FOUND, "no such partner"));
        Optional<EndCustomer> customer = Optional.ofNullable(question.customer())
                .map(clientId -> existing(database.read(tx -> customers.find(tx, world, clientId))
                        .filter(found -> found.partner().equals(partnerId)
                                && found.environment().wire().equals(question.environment()))));
        Profile profile = customer.map(EndCustomer::profile)
                .orElse(Profile.EMPTY)
                .merge(question.profile() == null ? Json.object() : question.profile());
        return Evaluation.of(profile, Assessment.defaults(partner.settings()), products(question, customer, partner));
    }

    private static Collection<String> products(
            EvaluationRequest question, Optional<EndCustomer> customer, Partner partner) {
        if (question.products() != null && !question.products().isEmpty()) {
            return question.products();
        }
        return customer.<Collection<String>>map(known -> known.products().keySet())
                .orElse(partner.settings().products());
    }

    private static EndCustomer existing(Optional<EndCustomer> found) {
        return found.orElseThrow(() -> new ProblemException(NOT_FOUND, "no such end customer"));
    }
}
