package dev.gangway.app;

import dev.gangway.base.WorldId;
import dev.gangway.explorer.Choice;
import dev.gangway.gateway.Connection;
import dev.gangway.gateway.Gateway;
import dev.gangway.openapi.Server;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The connections that the explorer's form offers.
record Offers(Gateway gateway) {
    /// Sandboxes first.
    List<Choice> of(String provider) {
        return gateway.connections(WorldId.MAIN).stream()
                .filter(connection -> connection.provider().equals(provider))
                .sorted(Comparator.comparing(
                        connection -> !connection.environment().equals("sandbox")))
                .map(Offers::choice)
                .toList();
    }

    private static Choice choice(Connection connection) {
        Server.Environment environment =
                Server.Environment.valueOf(connection.environment().toUpperCase(Locale.ROOT));
        return new Choice(connection.name(), environment, connection.server());
    }
}
