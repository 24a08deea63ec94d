package dev.gangway.registration;

import static dev.gangway.registration.RegistrationStatus.APPROVED;
import static dev.gangway.registration.RegistrationStatus.ATTENTION_REQUIRED;
import static dev.gangway.registration.RegistrationStatus.ENABLED;
import static dev.gangway.registration.RegistrationStatus.NOT_STARTED;
import static dev.gangway.registration.RegistrationStatus.PROCESSING;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far an end customer is with an institution. Three states wait for their next step, which is taken once it
/// is due; two wait for nothing.
sealed interface RegistrationState {
    /// Will be sent to the institution at `due`.
    record NotStarted(Instant due) implements RegistrationState {}

    /// The institution decides at `due`.
    record Processing(Instant due) implements RegistrationState {}

    /// The institution switches it on at `due`.
    record Approved(Instant due) implements RegistrationState {}

    /// In use since `at`.
    record Enabled(Instant at) implements RegistrationState {}

    /// Stands still until `problem` is solved.
    record AttentionRequired(RegistrationProblem problem) implements RegistrationState {}

    default RegistrationStatus status() {
        return switch (this) {
            case NotStarted _ -> NOT_STARTED;
            case Processing _ -> PROCESSING;
            case Approved _ -> APPROVED;
            case Enabled _ -> ENABLED;
            case AttentionRequired _ -> ATTENTION_REQUIRED;
        };
    }

    /// When the next step is taken; null when none is to come.
    default @Nullable Instant dueAt() {
        return switch (this) {
            case NotStarted(Instant due) -> due;
            case Processing(Instant due) -> due;
            case Approved(Instant due) -> due;
            case Enabled _, AttentionRequired _ -> null;
        };
    }
}
