package dev.gangway.customer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Rows of `customer.end_customer`: one customer at a time. Removed ones are invisible here.
///
/// @param changing told of each customer before its row changes, in the transaction that does
record EndCustomerStore(Consumer<CustomerId> changing) {
    /// @throws RefusedException CUSTOMER_ALREADY_CREATED or REFERENCE_TAKEN, by the unique indexes
    void insert(Handle tx, EndCustomer customer) {
        UniqueIndexes.guard(
                () -> EndCustomerRow.bind(customer, tx.createUpdate("""
                insert into customer.end_customer
                  (world_id, client_id, partner_id, environment, reference, company_name, application_name, website_host,
                   profile, products, status, requirements_due, link_customization, has_logo, created_at, changed_at)
                values
                  (:world, :clientId, :partner, :environment, :reference, :companyName, :applicationName, :websiteHost,
                   :profile::jsonb, :products::jsonb, :status, :requirementsDue, :linkCustomization, :hasLogo,
                   :createdAt, :changedAt)
                """)).execute());
    }

    /// Writes everything that can change; the row is locked by [#lock].
    ///
    /// @throws RefusedException CUSTOMER_ALREADY_CREATED when its new application name is taken
    void update(Handle tx, EndCustomer customer) {
        changing.accept(new CustomerId(customer.world(), customer.clientId()));
        UniqueIndexes.guard(
                () -> EndCustomerRow.bind(customer, tx.createUpdate("""
                update customer.end_customer
                   set company_name = :companyName, application_name = :applicationName, website_host = :websiteHost,
                       profile = :profile::jsonb, products = :products::jsonb, status = :status,
                       requirements_due = :requirementsDue, link_customization = :linkCustomization,
                       has_logo = :hasLogo, changed_at = :changedAt, reconsider = false
                 where world_id = :world and client_id = :clientId
                """)).execute());
    }

    /// By its name alone, for operators.
    Optional<EndCustomer> find(Handle tx, WorldId world, String clientId) {
        CustomerId id = new CustomerId(world, clientId);
        return Optional.ofNullable(find(tx, List.of(id)).get(id));
    }

    /// Those that exist, one statement for each world.
    Map<CustomerId, EndCustomer> find(Handle tx, List<CustomerId> ids) {
        Map<WorldId, List<String>> byWorld =
                ids.stream().collect(groupingBy(CustomerId::world, mapping(CustomerId::clientId, toList())));
        return byWorld.entrySet().stream()
                .flatMap(asked -> find(tx, asked.getKey(), asked.getValue()).stream())
                .collect(toMap(found -> new CustomerId(found.world(), found.clientId()), found -> found));
    }

    /// Index: the primary key, and no other: `removed_at is null` would open the
    /// partial indexes, which look as good while the table is small and read the whole world once it is not.
    private List<EndCustomer> find(Handle tx, WorldId world, List<String> clientIds) {
        return tx.createQuery("""
                select world_id, client_id, partner_id, environment, reference, profile, products, requirements_due,
                       link_customization, has_logo, created_at, changed_at
                  from customer.end_customer
                 where world_id = :world and client_id = any(:clientIds)
                   and coalesce(removed_at, 'infinity') = 'infinity'
                """)
                .bind("world", world.value())
                .bindArray("clientIds", String.class, clientIds)
                .map(EndCustomerRow.MAPPER)
                .list();
    }

    /// Like [#find], holding the row until the transaction ends: changes of one customer happen one after another.
    Optional<EndCustomer> lock(Handle tx, WorldId world, String clientId) {
        return tx.createQuery("""
                select world_id, client_id, partner_id, environment, reference, profile, products, requirements_due,
                       link_customization, has_logo, created_at, changed_at
                  from customer.end_customer
                 where world_id = :world and client_id = :clientId and coalesce(removed_at, 'infinity') = 'infinity'
                   for update
                """)
                .bind("world", world.value())
                .bind("clientId", clientId)
                .map(EndCustomerRow.MAPPER)
                .findOne();
    }

    /// Whether another partner has a live customer with this website host. Index: `end_customer_host`.
    boolean hostIsTaken(Handle tx, WorldId world, Environment environment, String partner, String websiteHost) {
        return tx.createQuery("""
                select exists (
                  select from customer.end_customer
                   where world_id = :world and environment = :environment and website_host = :websiteHost
                     and partner_id <> :partner and removed_at is null)
                """)
                .bind("world", world.value())
                .bind("environment", environment.wire())
                .bind("websiteHost", websiteHost)
                .bind("partner", partner)
                .mapTo(boolean.class)
                .one();
    }

    /// Whether the partner itself has a live customer with this website host. Index: `end_customer_host`.
    boolean hostIsOwn(Handle tx, WorldId world, Environment environment, String partner, String websiteHost) {
        return tx.createQuery("""
                select exists (
                  select from customer.end_customer
                   where world_id = :world and environment = :environment and website_host = :websiteHost
                     and partner_id = :partner and removed_at is null)
                """)
                .bind("world", world.value())
                .bind("environment", environment.wire())
                .bind("websiteHost", websiteHost)
                .bind("partner", partner)
                .mapTo(boolean.class)
                .one();
    }

    /// Waits until no other transaction holds this website host, and holds it until this one ends.
    void holdHost(Handle tx, WorldId world, Environment environment, String websiteHost) {
        tx.createQuery("select pg_advisory_xact_lock(hashtextextended(:host, 0))")
                .bind("host", world.value() + " " + environment.wire() + " " + websiteHost)
                .mapTo(String.class)
                .one();
    }

    /// Whether the partner has a live customer with this application name. Index: `end_customer_application`.
    boolean applicationIsTaken(Handle tx, WorldId world, Environment environment, String partner, String application) {
        return tx.createQuery("""
                select exists (
                  select from customer.end_customer
                   where world_id = :world and partner_id = :partner and environment = :environment
                     and lower(application_name) = lower(:application) and removed_at is null)
                """)
                .bind("world", world.value())
                .bind("environment", environment.wire())
                .bind("partner", partner)
                .bind("application", application)
                .mapTo(boolean.class)
                .one();
    }

    void remove(Handle tx, WorldId world, String clientId, Instant now) {
        changing.accept(new CustomerId(world, clientId));
        tx.createUpdate("""
                update customer.end_customer set removed_at = :now, changed_at = :now
                 where world_id = :world and client_id = :clientId
                """)
                .bind("world", world.value())
                .bind("clientId", clientId)
                .bind("now", now)
                .execute();
    }

    /// Marks every customer of a partner whose defaults changed; [#claimReconsidered] hands them out.
    void markForReconsidering(Handle tx, WorldId world, String partner) {
        tx.createUpdate("""
                update customer.end_customer set reconsider = true
                 where world_id = :world and partner_id = :partner and removed_at is null
                """)
                .bind("world", world.value())
                .bind("partner", partner)
                .execute();
    }

    /// Locks a few marked customers; those that another node holds are skipped. Index: `end_customer_reconsider`.
    List<EndCustomer> claimReconsidered(Handle tx, WorldId world, int limit) {
        return tx.createQuery("""
                select world_id, client_id, partner_id, environment, reference, profile, products, requirements_due,
                       link_customization, has_logo, created_at, changed_at
                  from customer.end_customer
                 where world_id = :world and reconsider and removed_at is null
                 order by client_id limit :limit
                   for update skip locked
                """)
                .bind("world", world.value())
                .bind("limit", limit)
                .map(EndCustomerRow.MAPPER)
                .list();
    }
}
