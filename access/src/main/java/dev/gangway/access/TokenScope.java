package dev.gangway.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// What an access token may do.
public enum TokenScope {
    /// Everything.
    FULL("full"),
    /// Look, and change nothing.
    READ_ONLY("read-only"),
    /// Call through the gateway, and nothing else.
    GATEWAY("gateway");

    private final String wire;

    TokenScope(String wire) {
        this.wire = wire;
    }

    /// The name on the wire and in the database: `full`, `read-only` or `gateway`.
    @JsonValue
    public String wire() {
        return wire;
    }

    /// Reads [#wire()].
    ///
    /// @throws IllegalArgumentException on any other text
    public static TokenScope of(String wire) {
        return Arrays.stream(values())
                .filter(scope -> scope.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scope: full, read-only or gateway, got " + wire));
    }
}
