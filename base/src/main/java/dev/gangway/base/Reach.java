package dev.gangway.base;

import java.util.Set;

/// What a caller gets at.
///
/// @param adminApi whether the admin API is open to them; the gateway is to everyone with a token
/// @param connections the only connections that they may call over; empty for all
/// @param operations the only operations, by id, that they may call through the gateway; empty for all
public record Reach(boolean adminApi, Set<String> connections, Set<String> operations) {
    public static final Reach EVERYTHING = new Reach(true, Set.of(), Set.of());

    public Reach {
        connections = Set.copyOf(connections);
        operations = Set.copyOf(operations);
    }
}
