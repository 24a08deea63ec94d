package dev.gangway.registration;

import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// Rows of `registration.enrolment`. Every method that reads one locks it until the transaction ends.
final class EnrolmentStore {
    private static final RowMapper<Enrolment> ENROLMENT = (row, context) -> new Enrolment(
            new WorldId(row.getString("world_id")),
            row.getString("customer_id"),
            row.getString("partner_id"),
            Environment.of(row.getString("environment")),
            row.getBoolean("has_logo"),
            row.getBoolean("logo_arrived"));

    /// Whether the row is new; an end customer that is enrolled already stays as it is.
    boolean insert(Handle tx, Enrolment enrolment, Instant dueAt) {
        return tx.createUpdate("""
                insert into registration.enrolment
                  (world_id, customer_id, partner_id, environment, has_logo, logo_arrived, due_at)
                values (:world, :customer, :partner, :environment, :hasLogo, :logoArrived, :dueAt)
                on conflict do nothing
                """)
                        .bind("world", enrolment.world().value())
                        .bind("customer", enrolment.customer())
                        .bind("partner", enrolment.partner())
                        .bind("environment", enrolment.environment().wire())
                        .bind("hasLogo", enrolment.hasLogo())
                        .bind("logoArrived", enrolment.logoArrived())
                        .bind("dueAt", dueAt)
                        .execute()
                == 1;
    }

    /// Waits for whoever holds the lock.
    Optional<Enrolment> lock(Handle tx, WorldId world, String customer) {
        return tx.createQuery("""
                select world_id, customer_id, partner_id, environment, has_logo, logo_arrived
                  from registration.enrolment
                 where world_id = :world and customer_id = :customer
                   for update
                """)
                .bind("world", world.value())
                .bind("customer", customer)
                .map(ENROLMENT)
                .findOne();
    }

    /// At most `limit` enrolments with something due, longest overdue first. Those that another worker holds at this
    /// moment are skipped, not waited for. Index: `enrolment_due`.
    List<Enrolment> claimDue(Handle tx, WorldId world, Instant now, int limit) {
        return tx.createQuery("""
                select world_id, customer_id, partner_id, environment, has_logo, logo_arrived
                  from registration.enrolment
                 where world_id = :world and due_at <= :now
                 order by due_at limit :limit
                   for update skip locked
                """)
                .bind("world", world.value())
                .bind("now", now)
                .bind("limit", limit)
                .map(ENROLMENT)
                .list();
    }

    /// Notes that a logo came, and that those who waited for it must be told now.
    void logoArrived(Handle tx, WorldId world, String customer, Instant now) {
        tx.createUpdate("""
                update registration.enrolment
                   set has_logo = true, logo_arrived = true, due_at = :now
                 where world_id = :world and customer_id = :customer
                """)
                .bind("world", world.value())
                .bind("customer", customer)
                .bind("now", now)
                .execute();
    }

    /// Like [#logoArrived] for every end customer of a partner that has no logo yet. Index:
    /// `enrolment_without_logo`.
    void partnerLogoArrived(Handle tx, WorldId world, String partner, Instant now) {
        tx.createUpdate("""
                update registration.enrolment
                   set has_logo = true, logo_arrived = true, due_at = :now
                 where world_id = :world and partner_id = :partner and not has_logo
                """)
                .bind("world", world.value())
                .bind("partner", partner)
                .bind("now", now)
                .execute();
    }

    /// After all that was due has been done: due again when the first of its registrations is.
    void settle(Handle tx, WorldId world, List<String> customers) {
        tx.createUpdate("""
                update registration.enrolment e
                   set logo_arrived = false,
                       due_at = (select min(r.due_at) from registration.registration r
                                  where r.world_id = e.world_id and r.customer_id = e.customer_id)
                 where e.world_id = :world and e.customer_id = any(:customers)
                """)
                .bind("world", world.value())
                .bindArray("customers", String.class, customers)
                .execute();
    }

    /// Makes the enrolment due at `dueAt`, unless it is due before or `dueAt` is null.
    void hasten(Handle tx, Enrolment enrolment, @Nullable Instant dueAt) {
        tx.createUpdate("""
                update registration.enrolment
                   set due_at = least(due_at, :dueAt) -- of those that are not null
                 where world_id = :world and customer_id = :customer
                """)
                .bind("world", enrolment.world().value())
                .bind("customer", enrolment.customer())
                .bind("dueAt", dueAt)
                .execute();
    }

    /// Its registrations go with it.
    void delete(Handle tx, WorldId world, String customer) {
        tx.createUpdate("""
                delete from registration.enrolment where world_id = :world and customer_id = :customer
                """)
                .bind("world", world.value())
                .bind("customer", customer)
                .execute();
    }
}
