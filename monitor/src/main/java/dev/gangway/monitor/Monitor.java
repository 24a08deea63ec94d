package dev.gangway.monitor;

import dev.gangway.base.ErrorStyle;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.diagram.Diagrams;
import dev.gangway.journal.Workflows;
import dev.gangway.web.Assets;
import dev.gangway.web.PageErrors;
import dev.gangway.web.Shell;
import dev.gangway.web.Visitors;
import java.util.List;

/// The pages on which runs are watched. For people who are signed in. Thread-safe.
public final class Monitor implements RouteTable {
    /// The list of all runs.
    public static final String PATH = "/runs";

    private final Shell shell;
    private final MonitorRoutes routes;

    public Monitor(Workflows workflows, Shell shell, Visitors visitors) {
        this.shell = shell;
        this.routes = new MonitorRoutes(workflows, new Diagrams(), new Pages(shell), visitors);
    }

    /// The style sheet and the script of this room.
    public static void addTo(Assets assets) {
        assets.add(Monitor.class, List.of("monitor.css", "live.js"));
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
