package dev.gangway.keyring;

import java.util.List;

/// A key of the vault, and how much depends on it.
///
/// @param name eight hexadecimal digits; no part of the key itself
/// @param lasting how many values it seals that stay until somebody changes them
/// @param passing how many values it seals that end by themselves within a day
/// @param places where these values are
record VaultKey(String name, KeyState state, long lasting, long passing, List<Place> places) {
    /// @param place schema and table
    /// @param values how many there are
    record Place(String place, long values) {}
}
