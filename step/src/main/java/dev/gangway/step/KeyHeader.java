package dev.gangway.step;

import dev.gangway.base.RawExchange.Header;
import dev.gangway.gateway.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The header in which a step sends its key.
///
/// @param known whether the other side is known to make a request with the same key only once
record KeyHeader(String name, boolean known) {
    static KeyHeader of(Connection connection) {
        @Nullable String named = connection.idempotencyHeader();
        return named == null ? new KeyHeader(Connection.IDEMPOTENCY_KEY, false) : new KeyHeader(named, true);
    }

    boolean isIn(List<Header> headers) {
        return headers.stream().anyMatch(header -> is(header.name()));
    }

    boolean is(String header) {
        return header.equalsIgnoreCase(name);
    }
}
