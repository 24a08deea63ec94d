package dev.gangway.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What can happen to a registration.
sealed interface RegistrationEvent {
    /// The time of the next step has come.
    ///
    /// @param hasLogo whether the end customer, or else its partner, has a logo by now
    /// @param requestId under which a problem is shown, should the step find one
    record StepDue(boolean hasLogo, String requestId) implements RegistrationEvent {}

    /// A logo was given.
    record LogoGiven(Instant at) implements RegistrationEvent {}

    /// The sandbox put it where it wants it; it goes on from there.
    ///
    /// @param message the problem, when `status` is ATTENTION_REQUIRED; null for the missing logo
    /// @param requestId the request that asked for it
    record Forced(
            RegistrationStatus status, Instant at, @Nullable String message, String requestId)
            implements RegistrationEvent {}
}
