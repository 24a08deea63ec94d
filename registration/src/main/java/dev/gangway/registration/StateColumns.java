package dev.gangway.registration;

import dev.gangway.registration.RegistrationState.Approved;
import dev.gangway.registration.RegistrationState.AttentionRequired;
import dev.gangway.registration.RegistrationState.Enabled;
import dev.gangway.registration.RegistrationState.NotStarted;
import dev.gangway.registration.RegistrationState.Processing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.statement.SqlStatement;

/// A [RegistrationState] as the five columns of its row.
final class StateColumns {
    private StateColumns() {}

    static RegistrationState read(ResultSet row) throws SQLException {
        return switch (RegistrationStatus.valueOf(row.getString("status"))) {
            case NOT_STARTED -> new NotStarted(instant(row, "due_at"));
            case PROCESSING -> new Processing(instant(row, "due_at"));
            case APPROVED -> new Approved(instant(row, "due_at"));
            case ENABLED -> new Enabled(instant(row, "enabled_at"));
            case ATTENTION_REQUIRED -> new AttentionRequired(problem(row));
        };
    }

    static <S extends SqlStatement<S>> S bind(S statement, Standing standing) {
        RegistrationProblem problem = standing.problem();
        return statement
                .bind("status", standing.status())
                .bind("dueAt", standing.state().dueAt())
                .bind("enabledAt", standing.enabledAt())
                .bind("problem", problem == null ? null : problem.message())
                .bind("problemRequestId", problem == null ? null : problem.requestId());
    }

    private static RegistrationProblem problem(ResultSet row) throws SQLException {
        return new RegistrationProblem(row.getString("problem"), row.getString("problem_request_id"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
