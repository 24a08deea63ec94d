package dev.gangway.customer;

import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.RouteTable;
import dev.gangway.base.Secret;
import dev.gangway.base.Worker;
import dev.gangway.base.WorldId;
import dev.gangway.lifecycle.CustomerStatus;
import dev.gangway.partner.Partner;
import dev.gangway.partner.PartnerAccess;
import dev.gangway.partner.Partners;
import dev.gangway.registration.Registrations;
import dev.gangway.storage.Database;
import dev.gangway.storage.KeptRows;
import dev.gangway.storage.SharedReads;
import dev.gangway.webhook.EventType;
import dev.gangway.webhook.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// End customers and their life. Every method is one transaction: load, decide, store, tell; changes of one customer
/// happen one after another. Thread-safe.
///
/// A customer of another partner or environment, a removed one and an unknown id look alike: CUSTOMER_NOT_FOUND.
public final class EndCustomers implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(1); // longest wait for another node's change
    private static final int KEPT = 2_000; // customers in memory, some 5 KB each
    private static final int AT_ONCE = 100; // customers reconsidered in one transaction

    private final Database database;
    private final Clocks clocks;
    private final Partners partners;
    private final Registrations registrations;
    private final EndCustomerStore customers;
    private final SharedReads<CustomerId, EndCustomer> shared;
    private final Function<CustomerId, Optional<EndCustomer>> reads;
    private final KeyStore keys = new KeyStore();
    private final Aftermath aftermath;
    private final Creating creating;
    private final Updating updating;
    private final Enabling enabling;
    private final Reviewing reviewing;
    private final CustomerDesk desk;
    private final Supplier<List<WorldId>> worlds;
    private @Nullable Worker reconsidering;

    /// @param alone whether no other process can be using this database: then customers that are asked for are kept
    ///     in memory
    public EndCustomers(
            Database database,
            Clocks clocks,
            AuditTrail audit,
            Partners partners,
            Webhooks webhooks,
            Registrations registrations,
            Supplier<List<WorldId>> worlds,
            boolean alone) {
        this.worlds = worlds;
        this.database = database;
        this.clocks = clocks;
        this.partners = partners;
        this.registrations = registrations;
        KeptRows<CustomerId, EndCustomer> kept = new KeptRows<>(database, KEPT, this::read);
        this.customers = new EndCustomerStore(alone ? kept::changes : _ -> {});
        this.shared = new SharedReads<>(database, customers::find);
        this.reads = alone ? kept::get : this::read;
        this.aftermath = new Aftermath(audit, webhooks);
        LogoStore logos = new LogoStore();
        this.creating = new Creating(customers, logos, keys, aftermath);
        this.updating = new Updating(customers, logos, aftermath, registrations);
        this.enabling = new Enabling(customers, keys, aftermath, registrations);
        this.reviewing = new Reviewing(customers, aftermath);
        this.desk = new CustomerDesk(
                database,
                clocks,
                partners,
                audit,
                registrations,
                this,
                customers,
                new CustomerListStore(),
                keys,
                aftermath);
    }

    /// Creates an end customer with a sandbox key and a limited production key.
    ///
    /// @throws RefusedException by the first rule, in the order of [Refusal], that the request breaks
    public Created create(PartnerAccess access, NewEndCustomer request, Actor actor) {
        return database.transaction(tx -> creating.create(tx, access, request, actor, now(access)));
    }

    /// The customer as it stands.
    ///
    /// @throws RefusedException CUSTOMER_NOT_FOUND, NOT_A_RESELLER
    public EndCustomer find(PartnerAccess access, String clientId) {
        EndCustomer customer = own(access, reads.apply(new CustomerId(world(access), clientId)));
        CustomerRules.requireReseller(access.partner().settings());
        return customer;
    }

    /// Merges what the request gives into what is known, and moves every product that this moves.
    ///
    /// @throws RefusedException by the first rule that the request breaks
    public EndCustomer update(PartnerAccess access, String clientId, CustomerUpdate update, Actor actor) {
        return database.transaction(
                tx -> updating.update(tx, access, locked(tx, access, clientId), update, actor, now(access)));
    }

    /// Enables products that are ready: all of them when none are named. The first enablement issues the full
    /// production key, ends the limited one and starts the registration with OAuth institutions.
    ///
    /// @throws RefusedException by the first rule that the request breaks
    public Enabled enable(PartnerAccess access, String clientId, List<String> products, Actor actor) {
        return database.transaction(tx ->
                enabling.enable(tx, access.partner(), locked(tx, access, clientId), products, actor, now(access)));
    }

    /// Removes a customer that is not active: its keys stop at once, its application name becomes free, no read
    /// shows it again. The audit trail stays.
    ///
    /// @throws RefusedException by the first rule that the request breaks
    public void remove(PartnerAccess access, String clientId, Actor actor) {
        database.run(tx -> {
            EndCustomer customer = locked(tx, access, clientId);
            if (customer.status() == CustomerStatus.ACTIVE) {
                throw new RefusedException(Refusal.CUSTOMER_REMOVAL_NOT_ALLOWED);
            }
            CustomerRules.requireReseller(access.partner().settings());
            Instant now = now(access);
            customers.remove(tx, world(access), clientId, now);
            for (KeyKind kind : KeyKind.values()) {
                keys.revokeAll(tx, world(access), clientId, kind, now);
            }
            registrations.stop(world(access), clientId);
            aftermath.removed(customer, actor);
        });
    }

    /// Decides on what is under review.
    ///
    /// @throws RefusedException CUSTOMER_NOT_FOUND, NOTHING_TO_REVIEW
    public EndCustomer review(WorldId world, String clientId, ReviewDecision decision, Actor actor) {
        return database.transaction(tx -> {
            EndCustomer customer = customers.lock(tx, world, clientId).orElseThrow(EndCustomers::notFound);
            Partner partner = partners.find(world, customer.partner()).orElseThrow(EndCustomers::notFound);
            return reviewing.decide(tx, partner, customer, decision, actor, clocks.now(world));
        });
    }

    /// Sends an event of a customer as if it had just happened.
    ///
    /// @param type one that an end customer itself causes; those of its registration are fired there
    public void fire(EndCustomer customer, EventType type) {
        database.run(_ -> aftermath.fire(customer, type));
    }

    /// Whether these are an end customer's own credentials, which open no partner route.
    public boolean ownsKey(String clientId, Secret secret) {
        return database.read(tx -> keys.isLive(tx, clientId, secret.hash()));
    }

    /// Looks at all of a partner's customers again, soon: its defaults changed. Inside the caller's transaction.
    public void partnerChanged(Partner partner) {
        database.run(tx -> customers.markForReconsidering(tx, partner.world(), partner.id()));
    }

    /// Begins to look again at customers whose partner's defaults changed.
    public void start() {
        reconsidering = new Worker(
                "reconsider-end-customers",
                IDLE,
                () -> worlds.get().stream().map(this::reconsider).reduce(false, Boolean::logicalOr));
    }

    @Override
    public void close() {
        if (reconsidering != null) {
            reconsidering.close();
        }
    }

    /// Looks again at a few marked customers of a world.
    ///
    /// @return whether there may be more
    boolean reconsider(WorldId world) {
        return database.transaction(tx -> {
            List<EndCustomer> marked = customers.claimReconsidered(tx, world, AT_ONCE);
            marked.forEach(customer -> partners.find(world, customer.partner())
                    .ifPresent(partner -> updating.reconsider(tx, partner, customer)));
            return marked.size() == AT_ONCE;
        });
    }

    /// The admin API's routes on end customers and reviews.
    public RouteTable routes() {
        return new CustomerRoutes(desk);
    }

    private Optional<EndCustomer> read(CustomerId id) {
        return shared.get(id);
    }

    private EndCustomer locked(Handle tx, PartnerAccess access, String clientId) {
        return own(access, customers.lock(tx, world(access), clientId));
    }

    private static EndCustomer own(PartnerAccess access, Optional<EndCustomer> found) {
        return found.filter(
                        customer -> customer.partner().equals(access.partner().id())
                                && customer.environment() == access.environment())
                .orElseThrow(EndCustomers::notFound);
    }

    private static RefusedException notFound() {
        return new RefusedException(Refusal.CUSTOMER_NOT_FOUND);
    }

    private Instant now(PartnerAccess access) {
        return clocks.now(world(access));
    }

    private static WorldId world(PartnerAccess access) {
        return access.partner().world();
    }
}
