package dev.gangway.base;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The two environments of the partner API. Which one a request is in is decided by the secret that it
/// presents; an end customer lives in exactly one.
public enum Environment {
    SANDBOX,
    PRODUCTION;

    /// The name on the wire and in the database: `sandbox` or `production`.
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads [#wire()].
    ///
    /// @throws IllegalArgumentException on any other text
    public static Environment of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return wire();
    }
}
