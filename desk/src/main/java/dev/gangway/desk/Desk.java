package dev.gangway.desk;

import dev.gangway.access.AccessTokens;
import dev.gangway.base.ErrorStyle;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.gateway.Gateway;
import dev.gangway.journal.Workflows;
import dev.gangway.provider.Providers;
import dev.gangway.trigger.Triggers;
import dev.gangway.web.Assets;
import dev.gangway.web.PageErrors;
import dev.gangway.web.Shell;
import dev.gangway.web.Visitors;
import java.util.List;
import java.util.stream.Stream;

/// The pages that look after connections, access tokens, calls, providers and triggers. For people who are
/// signed in. Thread-safe.
public final class Desk implements RouteTable {
    /// The path of the list of connections, from which the other pages are reached.
    public static final String PATH = "/connections";

    private final Shell shell;
    private final List<Route> routes;

    /// What it looks after.
    public record Rooms(
            Gateway gateway, Providers providers, AccessTokens tokens, Workflows workflows, Triggers triggers) {}

    public Desk(Rooms rooms, Shell shell, Visitors visitors) {
        Pages pages = new Pages(shell);
        Gateway gateway = rooms.gateway();
        Providers providers = rooms.providers();
        AccessTokens tokens = rooms.tokens();
        this.shell = shell;
        this.routes = Stream.of(
                        new ConnectionRoutes(gateway, providers, pages, visitors).routes(),
                        new TokenRoutes(tokens, gateway, pages, visitors).routes(),
                        new CallRoutes(gateway, tokens, pages, visitors).routes(),
                        new ProviderRoutes(providers, pages, visitors).routes(),
                        new TriggerPages(rooms.triggers(), rooms.workflows(), gateway, pages, visitors).routes())
                .flatMap(List::stream)
                .toList();
    }

    /// The style sheet and the scripts of this room.
    public static void addTo(Assets assets) {
        assets.add(Desk.class, List.of("desk.css", "imports.js"));
    }

    @Override
    public List<Route> routes() {
        return routes;
    }

    @Override
    public ErrorStyle errors() {
        return new PageErrors(shell);
    }
}
