package dev.gangway.lifecycle;

import org.jspecify.annotations.Nullable;

/// A person to talk to, of an end customer or a partner's default. Each part is null while unknown.
///
/// @param givenName such as `Ada`
/// @param familyName such as `Lovelace`
/// @param email such as `ada@example.com`
public record Contact(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email) {
    /// Whether all three parts are there and not blank, which is what a requirement asks for.
    public boolean isComplete() {
        return isGiven(givenName) && isGiven(familyName) && isGiven(email);
    }

    private static boolean isGiven(@Nullable String part) {
        return part != null && !part.isBlank();
    }
}
