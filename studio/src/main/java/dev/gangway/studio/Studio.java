package dev.gangway.studio;

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

/// The pages on which workflow definitions are written. For people who are signed in. Thread-safe.
public final class Studio implements RouteTable {
    /// The list of all workflows.
    public static final String PATH = "/workflows";

    private final Shell shell;
    private final StudioRoutes routes;

    /// @param onboarding the definition that comes with the product, to begin from
    public Studio(Workflows workflows, Shell shell, Visitors visitors, String onboarding) {
        this.shell = shell;
        this.routes = new StudioRoutes(workflows, new Diagrams(), new Pages(shell), visitors, onboarding);
    }

    /// The style sheet and the scripts of this room, each after those that it imports.
    public static void addTo(Assets assets) {
        assets.add(
                Studio.class,
                List.of(
                        "studio.css",
                        "yaml.js",
                        "suggest.js",
                        "complete.js",
                        "past.js",
                        "address.js",
                        "task.js",
                        "editor.js"));
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
