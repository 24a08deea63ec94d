package dev.gangway.registration;

import dev.gangway.base.WorldId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Rows of `registration.registration` and the institutions that they are about. Whoever changes one holds the
/// lock of its [Enrolment].
final class StandingStore {
    private static final RowMapper<Standing> STANDING =
            (row, context) -> new Standing(institution(row), StateColumns.read(row));
    private static final RowMapper<Registration> REGISTRATION = (row, context) -> row.getString("status") == null
            ? Registration.none(institution(row))
            : new Standing(institution(row), StateColumns.read(row)).registration();

    /// One row for each institution of the world, not started.
    void insertAll(Handle tx, WorldId world, String customer, Instant dueAt) {
        tx.createUpdate("""
                insert into registration.registration (world_id, customer_id, institution_id, status, due_at)
                select :world, :customer, id, 'NOT_STARTED', :dueAt
                  from registration.institution
                 where world_id in (:world, '*')
                """)
                .bind("world", world.value())
                .bind("customer", customer)
                .bind("dueAt", dueAt)
                .execute();
    }

    /// Every institution of the world, in its order, with what is known about the end customer there.
    List<Registration> registrations(Handle tx, WorldId world, String customer) {
        return tx.createQuery("""
                select i.id, i.name, r.status, r.due_at, r.enabled_at, r.problem, r.problem_request_id
                  from registration.institution i
                  left join registration.registration r
                    on r.world_id = :world and r.customer_id = :customer and r.institution_id = i.id
                 where i.world_id in (:world, '*')
                 order by i.position, i.id
                """)
                .bind("world", world.value())
                .bind("customer", customer)
                .map(REGISTRATION)
                .list();
    }

    /// Those of an enrolled end customer, in the institutions' order.
    List<Standing> standings(Handle tx, Enrolment enrolment) {
        return tx.createQuery("""
                select i.id, i.name, r.status, r.due_at, r.enabled_at, r.problem, r.problem_request_id
                  from registration.registration r
                  join registration.institution i on i.id = r.institution_id and i.world_id in (:world, '*')
                 where r.world_id = :world and r.customer_id = :customer
                 order by i.position, i.id
                """)
                .bind("world", enrolment.world().value())
                .bind("customer", enrolment.customer())
                .map(STANDING)
                .list();
    }

    boolean isInstitution(Handle tx, WorldId world, String id) {
        return tx.createQuery("""
                select exists (select from registration.institution where world_id in (:world, '*') and id = :id)
                """)
                .bind("world", world.value())
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /// Stores the states of `moved`, in one round trip.
    void update(Handle tx, Enrolment enrolment, List<Standing> moved) {
        PreparedBatch batch = tx.prepareBatch("""
                update registration.registration
                   set status = :status, due_at = :dueAt, enabled_at = :enabledAt,
                       problem = :problem, problem_request_id = :problemRequestId
                 where world_id = :world and customer_id = :customer and institution_id = :institution
                """);
        for (Standing standing : moved) {
            StateColumns.bind(batch, standing)
                    .bind("world", enrolment.world().value())
                    .bind("customer", enrolment.customer())
                    .bind("institution", standing.institution().id())
                    .add();
        }
        batch.execute();
    }

    private static Institution institution(ResultSet row) throws SQLException {
        return new Institution(row.getString("id"), row.getString("name"));
    }
}
