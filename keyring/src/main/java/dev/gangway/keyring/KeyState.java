package dev.gangway.keyring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a key of the vault is for.
enum KeyState {
    /// It seals whatever is sealed now, and opens.
    SEALING,
    /// It opens, on every node that has the file, and will seal after the next rotation.
    PREPARED,
    /// It only opens what it sealed before.
    OPENING,
    /// Values name it, and it is in no file: they are lost.
    MISSING;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
