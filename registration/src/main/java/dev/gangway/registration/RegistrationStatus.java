package dev.gangway.registration;

import java.util.Locale;

/// How far an end customer is with an OAuth institution, from outside. The name is the spelling of the API's
/// answers and of the database; webhooks have a spelling of their own.
public enum RegistrationStatus {
    /// Nothing was sent to the institution yet.
    NOT_STARTED,
    /// The institution reviews the application.
    PROCESSING,
    /// Accepted, not yet switched on.
    APPROVED,
    /// The end customer's users can sign in at the institution.
    ENABLED,
    /// It stands still until somebody solves a problem.
    ATTENTION_REQUIRED;

    /// The spelling in webhooks, such as `attention-required`.
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
