package dev.gangway.desk;

import static dev.gangway.base.Access.ANYONE;

import dev.gangway.base.Answer;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.WorldId;
import dev.gangway.gateway.Connection;
import dev.gangway.gateway.Gateway;
import dev.gangway.provider.Provider;
import dev.gangway.provider.Providers;
import dev.gangway.web.Visitors;
import java.util.List;
import java.util.Optional;

/// Pages of connections. `-` stands where no connection's name can.
record ConnectionRoutes(Gateway gateway, Providers providers, Pages pages, Visitors visitors) {
    List<Route> routes() {
        return List.of(
                page(Tab.CONNECTIONS, "showConnections", this::list),
                page(Tab.CONNECTIONS + "/-/new", "showNewConnection", this::fresh),
                page(Tab.CONNECTIONS + "/{connection}", "showConnection", this::saved));
    }

    private Route page(String path, String operation, Route.Handler handler) {
        return new Route("GET", path, operation, ANYONE, visitors.only((request, _) -> handler.handle(request)));
    }

    private Answer list(Request request) {
        ConnectionsPage page =
                new ConnectionsPage(gateway.connections(WorldId.MAIN), providers.providers(WorldId.MAIN));
        return pages.show(request, "Connections", Tab.CONNECTIONS, "connections.jte", page);
    }

    private Answer fresh(Request request) {
        Provider provider = provider(request.query("provider").orElse(""));
        return form(request, "New connection", ConnectionPage.of(provider, Optional.empty()));
    }

    private Answer saved(Request request) {
        Connection connection = gateway.connection(WorldId.MAIN, request.path("connection"));
        return providers
                .provider(WorldId.MAIN, connection.provider())
                .map(provider -> form(request, connection.name(), ConnectionPage.of(provider, Optional.of(connection))))
                .orElseGet(() -> pages.show(request, connection.name(), Tab.CONNECTIONS, "orphan.jte", connection));
    }

    private Answer form(Request request, String title, ConnectionPage page) {
        return pages.show(request, title, Tab.CONNECTIONS, "connection.jte", page);
    }

    private Provider provider(String name) {
        return providers
                .provider(WorldId.MAIN, name)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "there is no provider " + name));
    }
}
