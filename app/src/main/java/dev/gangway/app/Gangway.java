package dev.gangway.app;

import static dev.gangway.base.Access.ANYONE;
import static dev.gangway.base.Access.GATEWAY;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.access.AccessTokens;
import dev.gangway.access.OneTimeLinks;
import dev.gangway.access.Sessions;
import dev.gangway.agent.Agents;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Clocks;
import dev.gangway.base.HttpEdge;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import dev.gangway.catalog.Catalog;
import dev.gangway.customer.EndCustomers;
import dev.gangway.desk.Desk;
import dev.gangway.diagram.Diagrams;
import dev.gangway.egress.Downloads;
import dev.gangway.explorer.Explorer;
import dev.gangway.gateway.Gateway;
import dev.gangway.journal.Host;
import dev.gangway.journal.Workflows;
import dev.gangway.keyring.Keyring;
import dev.gangway.monitor.Monitor;
import dev.gangway.partner.Partners;
import dev.gangway.provider.Providers;
import dev.gangway.registration.Registrations;
import dev.gangway.sdk.Sdks;
import dev.gangway.step.Steps;
import dev.gangway.storage.Database;
import dev.gangway.storage.Vault;
import dev.gangway.studio.Studio;
import dev.gangway.temporal.TemporalConfig;
import dev.gangway.temporal.TemporalHost;
import dev.gangway.trigger.Triggers;
import dev.gangway.web.Assets;
import dev.gangway.web.Shell;
import dev.gangway.web.Visitors;
import dev.gangway.web.Web;
import dev.gangway.webhook.Webhooks;
import dev.gangway.wire.Wire;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The whole product, put together: read it from top to bottom. Closing stops everything in reverse.
public final class Gangway implements AutoCloseable {
    static final List<String> SCHEMAS = List.of(
            "audit",
            "access",
            "provider",
            "allowance",
            "gateway",
            "partner",
            "webhook",
            "registration",
            "customer",
            "wire",
            "journal",
            "trigger");

    private static final List<Shell.Entry> NAVIGATION = List.of(
            new Shell.Entry(Explorer.PATH, "Explorer", false),
            new Shell.Entry(Studio.PATH, "Workflows", false),
            new Shell.Entry(Monitor.PATH, "Runs", false),
            new Shell.Entry(Desk.PATH, "Desk", false),
            new Shell.Entry("/docs", "Reference", true),
            new Shell.Entry("/docs/errors", "Errors", true));

    private static final Duration DOWNLOAD = Duration.ofSeconds(60); // for a document, all of it

    private final Closing closing;
    private final List<Route> routes;
    private final HttpEdge edge;
    private final FirstStart firstStart;
    private volatile boolean stopping;

    private Gangway(GangwayConfig config, Clocks clocks, Closing closing) {
        this.closing = closing;
        Supplier<List<WorldId>> worlds = () -> List.of(WorldId.MAIN);
        Thread.startVirtualThread(HttpEdge::prepare); // both beside PostgreSQL's start
        CompletableFuture<Catalog> reading = CompletableFuture.supplyAsync(Documents::load, Thread::startVirtualThread);
        Storage storage = closing.add(Storage.open(config, SCHEMAS));
        Database database = storage.database();
        Vault vault = storage.keys().vault();
        Catalog catalog = reading.join();

        AuditTrail audit = closing.add(new AuditTrail(database, clocks, worlds));
        AccessTokens tokens = closing.add(new AccessTokens(database, clocks, audit));
        OneTimeLinks links = new OneTimeLinks(database, clocks);
        Sessions sessions = new Sessions(database, clocks, audit, links);
        Providers providers =
                closing.add(new Providers(database, clocks, audit, new Downloads(config.egress(), DOWNLOAD)));
        Partners partners = closing.add(new Partners(database, clocks, audit));
        Webhooks webhooks = closing.add(new Webhooks(database, clocks, audit, vault, config.webhook(), worlds));
        Registrations registrations =
                closing.add(new Registrations(database, clocks, webhooks, config.registration(), worlds));
        boolean alone = config.database().isEmpty();
        EndCustomers customers = closing.add(
                new EndCustomers(database, clocks, audit, partners, webhooks, registrations, worlds, alone));
        Wire wire = closing.add(new Wire(
                database,
                clocks,
                vault,
                catalog,
                config.wire(),
                new Wire.Rooms(partners, customers, registrations, webhooks),
                worlds));

        Gateway gateway = closing.add(new Gateway(
                new Gateway.Surroundings(database, clocks, audit, vault, providers, this::port, worlds),
                config.gateway()));

        Steps steps = new Steps(gateway, providers, this::port);
        Workflows workflows = closing.add(new Workflows(new Workflows.Ground(
                database,
                clocks,
                audit,
                steps,
                (world, known) -> new Named(world, providers, gateway, known),
                worlds,
                alone,
                config.runRetention(),
                config.temporal().map(temporal -> host(temporal, vault)))));

        Triggers triggers = closing.add(new Triggers(new Triggers.Ground(
                database,
                clocks,
                audit,
                vault,
                workflows,
                new VerificationKeys(gateway, steps),
                Happenings.types(),
                config.hooksPerSecond(),
                worlds)));

        Keyring keyring = closing.add(new Keyring(
                database,
                audit,
                storage.keys(),
                List.of(Gateway.sealed(), Triggers.sealed(), Webhooks.sealed(), Wire.sealed())));

        Assets assets = new Assets();
        Explorer.addTo(assets);
        Desk.addTo(assets);
        Diagrams.addTo(assets);
        Studio.addTo(assets);
        Monitor.addTo(assets);
        Shell shell = new Shell(assets, NAVIGATION);
        Visitors visitors = new Visitors(sessions);
        Explorer explorer = new Explorer(providers, audit, shell, visitors, new Offers(gateway)::of);
        Desk desk = new Desk(new Desk.Rooms(gateway, providers, tokens, workflows, triggers), shell, visitors);
        Studio studio = new Studio(workflows, shell, visitors, Documents.onboarding());
        Monitor monitor = new Monitor(workflows, shell, visitors);
        Web web = new Web(
                sessions,
                shell,
                assets,
                new Web.Places(config.publicUrl(), Explorer.path(Providers.PARTNER, "betaPartnerCustomerV1Create")),
                WebReference.of(catalog));

        partners.onLogoGiven(partner -> registrations.partnerLogoGiven(partner.world(), partner.id()));
        partners.onSettingsChanged(customers::partnerChanged);
        webhooks.onEmitted(event -> {
            JsonNode happening = Happenings.of(event);
            workflows.happened(event.world(), happening);
            triggers.happened(event.world(), happening);
        });
        Metrics metrics = new Metrics();
        metrics.watch(webhooks::stats);
        metrics.watchRuns(workflows::stuck);

        Documents.provide(providers);

        audit.start();
        tokens.start();
        providers.start();
        gateway.start();
        partners.start();
        webhooks.start();
        registrations.start();
        customers.start();
        wire.start();
        workflows.start();
        triggers.start();
        keyring.start();

        Stream<RouteTable> adminApi = Stream.of(
                        tokens.routes(),
                        sessions.routes(),
                        providers.routes(),
                        gateway.routes(),
                        workflows.routes(),
                        triggers.routes(),
                        partners.routes(),
                        customers.routes(),
                        webhooks.routes(
                                (world, id) -> partners.partnerOf(world, id).isPresent()),
                        audit.routes(),
                        keyring.routes())
                .map(table -> new AdminBodies(table, catalog));
        Stream<RouteTable> others = Stream.of(
                wire.routes(),
                new Agents(gateway, providers, steps, Version.text()),
                new Sdks(new Editions(providers)::of).routes(config.mode() == Mode.LOCAL ? ANYONE : GATEWAY),
                new DocumentRoutes(),
                new OperationsRoutes(() -> !stopping && database.isReachable(), metrics));
        List<RouteTable> interfaces = Stream.concat(adminApi, others).toList();
        this.routes =
                interfaces.stream().flatMap(table -> table.routes().stream()).toList();
        List<RouteTable> tables = Stream.concat(interfaces.stream(), Stream.of(web, explorer, desk, studio, monitor))
                .toList();
        this.edge = closing.add(HttpEdge.start(
                config.edge(),
                tables,
                List.of(gateway.proxy()),
                wire.errors(),
                web.errors(),
                new Callers(tokens, visitors),
                metrics));
        this.firstStart = new FirstStart(config, partners, tokens, links, gateway);
    }

    /// Named here, so that the library behind it is loaded only when it is wanted.
    private static Host host(TemporalConfig config, Vault vault) {
        return TemporalHost.at(config, vault);
    }

    /// Starts everything; when something cannot start, what was started before is stopped again.
    ///
    /// @throws dev.gangway.storage.StorageException when the data folder, PostgreSQL or the vault cannot be used
    /// @throws IllegalStateException when the address is taken
    public static Gangway start(GangwayConfig config, Clocks clocks) {
        Closing closing = new Closing();
        try {
            return new Gangway(config, clocks, closing);
        } catch (RuntimeException failed) {
            closing.close();
            throw failed;
        }
    }

    /// The port that is bound, also when the configuration said 0.
    public int port() {
        return edge.port();
    }

    /// Everything that is served to programs; the pages for people are not among it.
    public List<Route> routes() {
        return routes;
    }

    /// Makes the demo partner and what goes with it, where there is no partner yet.
    public FirstStart firstStart() {
        return firstStart;
    }

    /// Finishes the requests and deliveries under way, then stops. Idempotent.
    @Override
    public void close() {
        stopping = true;
        closing.close();
    }
}
