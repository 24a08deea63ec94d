package dev.gangway.agent;

import dev.gangway.base.Caller;
import dev.gangway.base.WorldId;
import dev.gangway.gateway.Connection;
import dev.gangway.gateway.Gateway;
import dev.gangway.openapi.OperationModel;
import dev.gangway.provider.Providers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a caller's token reaches. Whatever is beyond that looks like nothing.
record Within(Gateway gateway, Providers providers) {
    private static final WorldId WORLD = WorldId.MAIN;

    List<Connection> connections(Caller caller) {
        return gateway.connections(WORLD, caller);
    }

    Connection connection(Caller caller, String name) throws ToolRefusal {
        return connections(caller).stream()
                .filter(connection -> connection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ToolRefusal("There is no connection " + name + "; list_connections has all."));
    }

    /// A token for some connections knows the providers of these alone.
    boolean knows(Caller caller, String provider) {
        if (caller.reach().connections().isEmpty()) {
            return true;
        }
        Set<String> known =
                connections(caller).stream().map(Connection::provider).collect(Collectors.toSet());
        return known.contains(provider);
    }

    OperationModel operation(Caller caller, String provider, String id) throws ToolRefusal {
        return providers
                .operation(WORLD, provider, id)
                .filter(_ -> knows(caller, provider) && caller.mayUse(id))
                .orElseThrow(() -> new ToolRefusal(
                        provider + " has no operation " + id + "; search_operations finds those that there are."));
    }
}
