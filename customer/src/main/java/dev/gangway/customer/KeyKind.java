package dev.gangway.customer;

import java.util.Locale;

/// What a key of an end customer opens.
public enum KeyKind {
    SANDBOX,
    /// The production key of a customer that is not enabled; enabling replaces it.
    LIMITED_PRODUCTION,
    PRODUCTION;

    /// The name in the database and the admin API, such as `limited_production`.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
