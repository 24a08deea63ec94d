package dev.gangway.desk;

import dev.gangway.gateway.Connection;
import dev.gangway.provider.Provider;
import java.util.List;

/// All connections, and whom one can be made for.
record ConnectionsPage(List<Connection> connections, List<Provider> providers) {
    static String server(Connection connection) {
        return connection.server().isEmpty() ? "this server" : connection.server();
    }
}
