package dev.gangway.gateway;

import dev.gangway.allowance.Allowances;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Answer;
import dev.gangway.base.Caller;
import dev.gangway.base.Clocks;
import dev.gangway.base.ProblemException;
import dev.gangway.base.RateLimit;
import dev.gangway.base.RawRoutes;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import dev.gangway.egress.EgressGuard;
import dev.gangway.egress.EgressPolicy;
import dev.gangway.egress.UpstreamClient;
import dev.gangway.oauth.Tokens;
import dev.gangway.provider.Providers;
import dev.gangway.storage.Database;
import dev.gangway.storage.SealedColumn;
import dev.gangway.storage.Vault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Calls providers with credentials that nobody else holds. Thread-safe.
public final class Gateway implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30); // for an answer's head, and each piece of its body

    private final Connections connections;
    private final OpenConnections open;
    private final Tokens tokens;
    private final UpstreamClient upstreams;
    private final UpstreamClient ourselves;
    private final Operations operations;
    private final CallLog log;
    private final Sending sending;
    private final Recorder recorder;
    private final Admission admission;

    /// What it stands on.
    ///
    /// @param ownPort where this server listens; asked once it does
    public record Surroundings(
            Database database,
            Clocks clocks,
            AuditTrail audit,
            Vault vault,
            Providers providers,
            IntSupplier ownPort,
            Supplier<List<WorldId>> worlds) {}

    public Gateway(Surroundings around, GatewayConfig config) {
        SealedValues sealing = new SealedValues(around.vault());
        EgressPolicy policy = new EgressPolicy(config.allowLoopback(), config.allowPrivate());
        tokens = new Tokens(new EgressGuard(policy));
        open = new OpenConnections(
                around.database(), around.clocks(), around.providers(), sealing, tokens, around.ownPort());
        connections = new Connections(
                around.database(),
                around.clocks(),
                around.audit(),
                sealing,
                new ConnectionRules(around.providers(), config),
                open);
        upstreams = client(policy);
        ourselves = client(new EgressPolicy(true, false));
        operations = new Operations(around.providers());
        log = new CallLog(around.database(), around.clocks(), config.retention(), around.worlds());
        sending = new Sending(
                open,
                upstreams,
                ourselves,
                new RateLimit(config.perSecond(), System::nanoTime),
                new Breaker(System::nanoTime));
        recorder = new Recorder(log, around.clocks());
        admission = new Admission(new Allowances(around.database(), around.clocks()));
    }

    private static UpstreamClient client(EgressPolicy policy) {
        return new UpstreamClient(new EgressGuard(policy), CONNECTING, PATIENCE);
    }

    /// By name.
    public List<Connection> connections(WorldId world) {
        return connections.list(world);
    }

    /// Those that a caller may call over, by name.
    public List<Connection> connections(WorldId world, Caller caller) {
        return connections.list(world).stream()
                .filter(connection -> caller.mayCall(connection.name()))
                .toList();
    }

    /// @throws ProblemException NOT_FOUND
    public Connection connection(WorldId world, String name) {
        return connections.find(world, name);
    }

    /// A connection as calls over it find it: from memory, and unknown without its provider.
    ///
    /// @throws ProblemException NOT_FOUND
    public Connection usable(WorldId world, String name) {
        return open.known(world, name).connection();
    }

    /// Makes a connection, or makes it anew under its name: then values that are not given stay as they are, as long
    /// as provider and server do.
    ///
    /// @throws ProblemException REQUEST_INVALID naming what does not do
    public Connection put(WorldId world, String name, ConnectionDraft draft, Actor actor) {
        return connections.put(world, name, draft, false, actor);
    }

    /// Makes a new connection.
    ///
    /// @throws ProblemException REQUEST_INVALID naming what does not do; STATE_CONFLICT when there is one
    ///     of that name
    public Connection create(WorldId world, String name, ConnectionDraft draft, Actor actor) {
        return connections.put(world, name, draft, true, actor);
    }

    /// @throws ProblemException NOT_FOUND
    public void remove(WorldId world, String name, Actor actor) {
        connections.remove(world, name, actor);
    }

    /// How long a call over a connection has to wait for the connection's limits; empty when it may go now, and must.
    ///
    /// @param pass the same each time that the call asks, and when it goes
    /// @throws ProblemException NOT_FOUND
    public Optional<Duration> heldBack(WorldId world, String connection, String pass) {
        return admission.heldBack(open.known(world, connection).connection(), pass);
    }

    /// Calls an upstream for somebody here, and reads the whole answer.
    ///
    /// @throws ProblemException when the caller may not, or there is no answer
    public Answered call(WorldId world, Caller caller, Wanted wanted) {
        return whole().call(world, caller, wanted).answered();
    }

    /// An answer, and what went over the wire.
    public record Watched(Answered answered, Transcript transcript) {}

    /// Like [#call], for people who want to see what goes over the wire.
    ///
    /// @throws ProblemException when the caller may not, or there is no answer
    public Watched watch(WorldId world, Caller caller, Wanted wanted) {
        WholeCall.Exchanged exchanged = whole().call(world, caller, wanted);
        return new Watched(exchanged.answered(), Transcript.of(wanted, exchanged));
    }

    private WholeCall whole() {
        return new WholeCall(sending, admission, operations, recorder);
    }

    /// Newest first.
    ///
    /// @param below only calls with a smaller id
    public List<CallRecord> calls(WorldId world, CallFilter filter, long below, int limit) {
        return log.list(world, filter, below, limit);
    }

    /// The newest 10,000 calls as an HTTP Archive, oldest first, that of a moment ago among them.
    public Answer export(WorldId world, CallFilter filter) {
        log.flush();
        HarExport archive = new HarExport(
                log.ids(world, filter, HarExport.MOST),
                ids -> log.those(world, ids),
                connections.list(world).stream().collect(Collectors.toMap(Connection::name, Connection::server)));
        return Answer.stream(Answer.JSON, archive)
                .withHeader("Content-Disposition", "attachment; filename=\"gangway.har\"");
    }

    public Optional<CallRecord> callRecord(WorldId world, long id) {
        return log.find(world, id);
    }

    /// Everything that was called before is in the log after.
    public void flush() {
        log.flush();
    }

    /// Where this room keeps what the vault sealed.
    public static SealedColumn sealed() {
        return ConnectionStore.SEALED;
    }

    /// The admin API's routes on connections and calls, and the handshake.
    public RouteTable routes() {
        return new GatewayRoutes(this);
    }

    /// The proxy.
    public RawRoutes proxy() {
        return new RawRoutes(Proxy.PREFIX, new Proxy(sending, admission, operations, recorder)::handle);
    }

    /// Begins to write calls down.
    public void start() {
        log.start();
    }

    @Override
    public void close() {
        log.close();
        tokens.close();
        upstreams.close();
        ourselves.close();
    }
}
