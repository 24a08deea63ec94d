package dev.gangway.customer;

import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Lists of end customers, for operators. Removed ones are invisible here.
final class CustomerListStore {
    private static final Instant BEYOND = Instant.parse("9999-01-01T00:00:00Z");

    /// Newest first. Index: `end_customer_newest`.
    List<EndCustomer> list(Handle tx, WorldId world, CustomerFilter filter) {
        CustomerFilter.@Nullable After after = filter.after();
        return tx.createQuery("""
                select world_id, client_id, partner_id, environment, reference, profile, products, requirements_due,
                       link_customization, has_logo, created_at, changed_at
                  from customer.end_customer
                 where world_id = :world and removed_at is null
                   and (created_at, client_id) < (:afterAt, :afterId)
                   and (:partner::text is null or partner_id = :partner)
                   and (:environment::text is null or environment = :environment)
                   and (:status::text is null or status = :status)
                   and (:product::text is null or products @> jsonb_build_array(jsonb_build_object('product', :product::text)))
                   and (:requirement::text is null or :requirement = any (requirements_due))
                   and (:name::text is null or company_name ilike :name or application_name ilike :name)
                   and (:reference::text is null or reference = :reference)
                 order by created_at desc, client_id desc
                 limit :limit + 1
                """)
                .bind("world", world.value())
                .bind("afterAt", after == null ? BEYOND : after.at())
                .bind("afterId", after == null ? "" : after.clientId())
                .bind("partner", filter.partner())
                .bind("environment", filter.environment())
                .bind("status", filter.status())
                .bind("product", filter.product())
                .bind("requirement", filter.requirement())
                .bind("name", filter.name())
                .bind("reference", filter.reference())
                .bind("limit", filter.limit())
                .map(EndCustomerRow.MAPPER)
                .list();
    }

    /// The review queue, longest waiting first. Index: `end_customer_review`.
    List<EndCustomer> underReview(Handle tx, WorldId world, CustomerFilter filter) {
        CustomerFilter.@Nullable After after = filter.after();
        return tx.createQuery("""
                select world_id, client_id, partner_id, environment, reference, profile, products, requirements_due,
                       link_customization, has_logo, created_at, changed_at
                  from customer.end_customer
                 where world_id = :world and removed_at is null
                   and products @> '[{"state": "UNDER_REVIEW"}]'
                   and (changed_at, client_id) > (:afterAt, :afterId)
                   and (:partner::text is null or partner_id = :partner)
                   and (:environment::text is null or environment = :environment)
                 order by changed_at, client_id
                 limit :limit + 1
                """)
                .bind("world", world.value())
                .bind("afterAt", after == null ? Instant.EPOCH : after.at())
                .bind("afterId", after == null ? "" : after.clientId())
                .bind("partner", filter.partner())
                .bind("environment", filter.environment())
                .bind("limit", filter.limit())
                .map(EndCustomerRow.MAPPER)
                .list();
    }
}
