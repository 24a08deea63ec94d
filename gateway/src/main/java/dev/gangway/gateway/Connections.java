package dev.gangway.gateway;

import static dev.gangway.base.ErrorCode.NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.provider.Provider;
import dev.gangway.provider.Providers;
import dev.gangway.storage.Database;
import dev.gangway.storage.RowCache;
import dev.gangway.storage.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/// Connections, kept and opened. A changed or removed one is known on every node within a second. Thread-safe.
final class Connections {
    private static final int MOST = 1_000; // kept open

    private final Database database;
    private final Clocks clocks;
    private final AuditTrail audit;
    private final Vault vault;
    private final Providers providers;
    private final ConnectionRules rules;
    private final IntSupplier ownPort;
    private final ConnectionStore store = new ConnectionStore();
    private final RowCache<Ready> ready;

    /// @param ownPort where this server listens; asked once it does
    Connections(
            Database database,
            Clocks clocks,
            AuditTrail audit,
            Vault vault,
            Providers providers,
            ConnectionRules rules,
            IntSupplier ownPort) {
        this.database = database;
        this.clocks = clocks;
        this.audit = audit;
        this.vault = vault;
        this.providers = providers;
        this.rules = rules;
        this.ownPort = ownPort;
        this.ready = new RowCache<>(database, "connection", MOST);
    }

    List<Connection> list(WorldId world) {
        return database.read(tx -> store.list(tx, world));
    }

    /// @throws ProblemException NOT_FOUND
    Connection find(WorldId world, String name) {
        return database.read(tx -> store.find(tx, world, name))
                .map(ConnectionStore.Sealed::connection)
                .orElseThrow(() -> unknown(name));
    }

    /// Makes a connection, or makes it anew under its name: then values that are not given stay as they are, as long
    /// as provider and server do.
    ///
    /// @throws ProblemException REQUEST_INVALID naming what does not do
    Connection put(WorldId world, String name, ConnectionDraft draft, Actor actor) {
        return database.transaction(tx -> {
            Optional<ConnectionStore.Sealed> before = store.find(tx, world, name);
            Connection bare =
                    rules.checked(world, name, draft, now(world), before.map(ConnectionStore.Sealed::connection));
            Map<String, Secret> values = new LinkedHashMap<>();
            before.filter(old -> old.connection().seal().equals(bare.seal()))
                    .ifPresent(old -> values.putAll(open(old)));
            values.putAll(draft.credentials());
            Connection after = rules.complete(bare, values);
            store.put(tx, after, seal(after, values));
            ready.changed(key(world, name));
            record(
                    world,
                    name,
                    actor,
                    before.isPresent() ? "connection.changed" : "connection.created",
                    before.map(old -> (JsonNode) document(old.connection())).orElse(NullNode.getInstance()),
                    document(after));
            return after;
        });
    }

    /// @throws ProblemException NOT_FOUND
    void remove(WorldId world, String name, Actor actor) {
        database.run(tx -> {
            Connection before = find(world, name);
            store.delete(tx, world, name);
            ready.changed(key(world, name));
            record(world, name, actor, "connection.removed", document(before), NullNode.getInstance());
        });
    }

    /// A connection, ready to be called over. From memory but for the first time.
    ///
    /// @throws ProblemException NOT_FOUND
    Ready ready(WorldId world, String name) {
        return ready.get(
                        key(world, name),
                        () -> database.read(tx -> store.find(tx, world, name)).map(this::opened))
                .orElseThrow(() -> unknown(name));
    }

    private Ready opened(ConnectionStore.Sealed sealed) {
        Connection connection = sealed.connection();
        Provider provider = providers
                .provider(connection.world(), connection.provider())
                .orElseThrow(() -> new ProblemException(
                        NOT_FOUND, "the provider " + connection.provider() + " of this connection was removed"));
        boolean own = connection.server().isEmpty();
        String url = own ? "http://127.0.0.1:" + ownPort.getAsInt() : connection.server();
        return new Ready(
                connection, Destination.of(url, own), Injection.of(provider.schemes(), open(sealed), Set.of()));
    }

    private Map<String, Secret> open(ConnectionStore.Sealed sealed) {
        byte[] plain = vault.open(sealed.values(), sealed.connection().seal());
        Map<String, Secret> values = new LinkedHashMap<>();
        Json.parse(plain)
                .properties()
                .forEach(value ->
                        values.put(value.getKey(), new Secret(value.getValue().asText())));
        return values;
    }

    private byte[] seal(Connection connection, Map<String, Secret> values) {
        ObjectNode plain = Json.object();
        values.forEach((scheme, value) -> plain.put(scheme, value.reveal()));
        return vault.seal(Json.text(plain).getBytes(StandardCharsets.UTF_8), connection.seal());
    }

    private Instant now(WorldId world) {
        return clocks.now(world).truncatedTo(ChronoUnit.MICROS);
    }

    private void record(WorldId world, String name, Actor actor, String action, JsonNode before, JsonNode after) {
        audit.record(new AuditEntry(world, null, name, actor, action, before, after));
    }

    private static ObjectNode document(Connection connection) {
        return Json.MAPPER.valueToTree(connection);
    }

    private static String key(WorldId world, String name) {
        return world.value() + "/" + name;
    }

    private static ProblemException unknown(String name) {
        return new ProblemException(NOT_FOUND, "there is no connection " + name);
    }
}
