package dev.gangway.explorer;

import dev.gangway.audit.AuditTrail;
import dev.gangway.base.ErrorStyle;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.provider.Providers;
import dev.gangway.web.Assets;
import dev.gangway.web.PageErrors;
import dev.gangway.web.Shell;
import dev.gangway.web.Visitors;
import java.util.List;
import java.util.function.Function;

/// The explorer: home, providers, operations. For people who are signed in. Thread-safe.
public final class Explorer implements RouteTable {
    /// The path of everything here.
    public static final String PATH = "/explorer";

    private final Shell shell;
    private final ExplorerRoutes routes;

    /// @param connections those of a provider, by its name
    public Explorer(
            Providers providers,
            AuditTrail audit,
            Shell shell,
            Visitors visitors,
            Function<String, List<Choice>> connections) {
        this.shell = shell;
        this.routes = new ExplorerRoutes(providers, new Reveals(audit), new Pages(shell), visitors, connections);
    }

    /// The style sheet and the scripts of this room, each after those that it imports.
    public static void addTo(Assets assets) {
        assets.add(
                Explorer.class,
                List.of("explorer.css", "filter.js", "mask.js", "memory.js", "request.js", "response.js", "try.js"));
    }

    /// The path of an operation's page.
    public static String path(String provider, String operation) {
        return PATH + "/" + provider + "/" + operation;
    }

    @Override
    public List<Route> routes() {
        return routes.routes();
    }

    @Override
    public ErrorStyle errors() {
        return new PageErrors(shell);
    }
}
