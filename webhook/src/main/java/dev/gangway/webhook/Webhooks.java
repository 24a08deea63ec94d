package dev.gangway.webhook;

import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Clocks;
import dev.gangway.base.Environment;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import dev.gangway.egress.EgressGuard;
import dev.gangway.egress.EgressPolicy;
import dev.gangway.egress.OutboundClient;
import dev.gangway.storage.Database;
import dev.gangway.storage.SealedColumn;
import dev.gangway.storage.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Tells partners what happened: events written in the transaction of the change, delivered to the partner's
/// endpoints signed, in order and at least once, and kept in a feed for those who would rather ask.
/// Thread-safe.
public final class Webhooks implements AutoCloseable {
    private final Database database;
    private final Clocks clocks;
    private final Supplier<List<WorldId>> worlds;
    private final Workers workers = new Workers();
    private final Counters counters = new Counters();
    private final EventStore events = new EventStore();
    private final DeliveryStore deliveries = new DeliveryStore();
    private final Lanes lanes;
    private final SigningKeys keys;
    private final Sender sender;
    private final Endpoints endpoints;
    private final Publisher publisher;
    private final RejectionWatch rejections;
    private final Dispatcher dispatcher;
    private final Pruning pruning;
    private final List<Consumer<EventDraft>> listeners = new ArrayList<>();

    /// @param worlds the worlds whose events this node publishes and delivers; asked at every step
    public Webhooks(
            Database database,
            Clocks clocks,
            AuditTrail audit,
            Vault vault,
            WebhookConfig config,
            Supplier<List<WorldId>> worlds) {
        this.database = database;
        this.clocks = clocks;
        this.worlds = worlds;
        EgressGuard guard = new EgressGuard(new EgressPolicy(config.allowLoopback(), config.allowPrivate()));
        lanes = new Lanes(database, clocks);
        keys = new SigningKeys(database, clocks, vault, config.keyLifetime());
        sender = new Sender(new OutboundClient(guard, Sender.PATIENCE), keys, clocks);
        endpoints = new Endpoints(database, clocks, audit, new EndpointUrl(guard), lanes, workers::wakeDispatcher);
        publisher = new Publisher(database, lanes);
        rejections = new RejectionWatch(database, clocks);
        Courier courier = new Courier(sender, lanes, rejections, counters);
        Slots slots = new Slots(config.deliveriesAtOnce(), config.deliveriesAtOncePerEndpoint());
        dispatcher = new Dispatcher(worlds, lanes, courier, slots, workers::wakeDispatcher);
        pruning = new Pruning(database, clocks, keys, config.retention());
    }

    /// Starts the workers. Events emitted before are delivered then.
    public void start() {
        workers.start(this::publish, dispatcher::dispatch, this::judge, this::prune);
    }

    /// Records an event inside the caller's transaction: it exists if, and only if, the change does. One
    /// insert; everything else happens later. Events of one subject keep the order of their emission as long as
    /// the transactions that emit them do not overlap.
    public void emit(EventDraft draft) {
        database.run(tx -> {
            events.insert(tx, draft, clocks.now(draft.world()));
            listeners.forEach(listener -> listener.accept(draft));
            database.afterCommit(workers::wakePublisher);
        });
    }

    /// Registers who must hear of every event, inside the transaction that emits it. For the composition root, before
    /// anything is served.
    public void onEmitted(Consumer<EventDraft> listener) {
        listeners.add(listener);
    }

    /// The public half of the key named `kid`; empty when it is unknown, belongs to the other environment, or
    /// retired so long ago that nothing signed with it can be younger than 24 hours.
    public Optional<VerificationKey> verificationKey(WorldId world, Environment environment, String kid) {
        return keys.verificationKey(world, environment, kid);
    }

    /// Where this room keeps what the vault sealed.
    public static SealedColumn sealed() {
        return SigningKeyStore.SEALED;
    }

    /// The admin API's routes on endpoints, deliveries, events and signing keys.
    ///
    /// @param partners refuses endpoints of partners that do not exist
    public RouteTable routes(KnownPartners partners) {
        Replays replays = new Replays(database, lanes, workers::wakeDispatcher);
        List<Route> routes = Stream.of(
                        new EndpointRoutes(endpoints, new Trial(sender), replays, partners),
                        new DeliveryRoutes(new DeliveryLog(database), replays),
                        new FeedRoutes(new Feed(database)),
                        new KeyRoutes(keys))
                .flatMap(table -> table.routes().stream())
                .toList();
        return () -> routes;
    }

    /// Figures for metrics; one query.
    public WebhookStats stats() {
        return counters.with(database.read(deliveries::live));
    }

    private boolean publish() {
        boolean more = false;
        for (WorldId world : worlds.get()) {
            int published = publisher.publish(world);
            if (published > 0) {
                workers.wakeDispatcher();
            }
            more |= published == Publisher.BATCH;
        }
        return more;
    }

    private boolean judge() {
        rejections.judge();
        return false;
    }

    private boolean prune() {
        boolean more = false;
        for (WorldId world : worlds.get()) {
            more |= pruning.prune(world);
        }
        return more;
    }

    /// Stops the workers: what is being sent is finished, as long as that takes no more than 12 s; what is not
    /// is sent again by another node, or after the next start.
    @Override
    public void close() {
        workers.close();
        dispatcher.close();
    }
}
