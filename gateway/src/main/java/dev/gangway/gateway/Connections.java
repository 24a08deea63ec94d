package dev.gangway.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.oauth.TokenSource;
import dev.gangway.storage.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Connections as they are made, changed and removed. Thread-safe.
final class Connections {
    private final Database database;
    private final Clocks clocks;
    private final AuditTrail audit;
    private final SealedValues sealing;
    private final ConnectionRules rules;
    private final OpenConnections open;
    private final ConnectionStore store = new ConnectionStore();

    Connections(
            Database database,
            Clocks clocks,
            AuditTrail audit,
            SealedValues sealing,
            ConnectionRules rules,
            OpenConnections open) {
        this.database = database;
        this.clocks = clocks;
        this.audit = audit;
        this.sealing = sealing;
        this.rules = rules;
        this.open = open;
    }

    List<Connection> list(WorldId world) {
        return database.read(tx -> store.list(tx, world));
    }

    /// @throws ProblemException NOT_FOUND
    Connection find(WorldId world, String name) {
        return database.read(tx -> store.find(tx, world, name))
                .map(ConnectionStore.Sealed::connection)
                .orElseThrow(() -> OpenConnections.unknown(name));
    }

    /// Makes a connection, or makes it anew under its name: then values that are not given stay as they are, as long
    /// as provider and server do.
    ///
    /// @throws ProblemException REQUEST_INVALID naming what does not do
    ///     STATE_CONFLICT when it must be new and is not
    Connection put(WorldId world, String name, ConnectionDraft draft, boolean mustBeNew, Actor actor) {
        return database.transaction(tx -> {
            Optional<ConnectionStore.Sealed> before = store.lock(tx, world, name);
            if (mustBeNew && before.isPresent()) {
                throw new ProblemException(
                        ErrorCode.STATE_CONFLICT, "name: there is a connection " + name + " already");
            }
            Connection bare =
                    rules.checked(world, name, draft, now(world), before.map(ConnectionStore.Sealed::connection));
            Map<String, Secret> values = kept(before, bare);
            values.putAll(draft.credentials());
            if (bare.tokens() != null && draft.tokens() != null) {
                SealedValues.prepare(values, bare.tokens(), draft.tokens());
            }
            Connection after = rules.complete(bare, values);
            store.put(tx, after, sealing.seal(after, values));
            open.changed(world, name);
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

    /// The values that a connection has already and may keep: none that would travel to another place than until now.
    private Map<String, Secret> kept(Optional<ConnectionStore.Sealed> before, Connection after) {
        if (before.isEmpty() || !before.get().connection().seal().equals(after.seal())) {
            return new LinkedHashMap<>();
        }
        Map<String, Secret> values = sealing.open(before.get());
        TokenSource source = before.get().connection().tokens();
        if (source != null) {
            values.remove(source.scheme()); // another will be fetched, if any
            if (after.tokens() == null || !source.url().equals(after.tokens().url())) {
                SealedValues.forgetSource(values);
            }
        }
        return values;
    }

    /// @throws ProblemException NOT_FOUND
    void remove(WorldId world, String name, Actor actor) {
        database.run(tx -> {
            Connection before = find(world, name);
            store.delete(tx, world, name);
            open.changed(world, name);
            record(world, name, actor, "connection.removed", document(before), NullNode.getInstance());
        });
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
}
