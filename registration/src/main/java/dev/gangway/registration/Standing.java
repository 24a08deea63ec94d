package dev.gangway.registration;

import dev.gangway.registration.RegistrationState.AttentionRequired;
import dev.gangway.registration.RegistrationState.Enabled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Where an enrolled end customer stands with one institution.
record Standing(Institution institution, RegistrationState state) {
    RegistrationStatus status() {
        return state.status();
    }

    boolean isDue(Instant now) {
        Instant dueAt = state.dueAt();
        return dueAt != null && !dueAt.isAfter(now);
    }

    Standing with(RegistrationState next) {
        return new Standing(institution, next);
    }

    @Nullable
    Instant enabledAt() {
        return state instanceof Enabled(Instant at) ? at : null;
    }

    @Nullable
    RegistrationProblem problem() {
        return state instanceof AttentionRequired(RegistrationProblem problem) ? problem : null;
    }

    Registration registration() {
        Instant enabledAt = enabledAt();
        LocalDate enabledOn = enabledAt == null ? null : LocalDate.ofInstant(enabledAt, ZoneOffset.UTC);
        return new Registration(institution, status(), state.dueAt(), enabledOn, problem());
    }
}
