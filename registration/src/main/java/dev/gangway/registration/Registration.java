package dev.gangway.registration;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How far an end customer is with one institution.
///
/// @param dueAt when it moves next by itself; null when nothing is planned
/// @param enabledOn the day (UTC) on which it was enabled; null unless it is
/// @param problem what must be solved; null unless attention is required
public record Registration(
        Institution institution,
        RegistrationStatus status,
        @Nullable Instant dueAt,
        @Nullable LocalDate enabledOn,
        @Nullable RegistrationProblem problem) {

    /// Nothing is planned: the end customer is not enabled yet.
    static Registration none(Institution institution) {
        return new Registration(institution, RegistrationStatus.NOT_STARTED, null, null, null);
    }
}
