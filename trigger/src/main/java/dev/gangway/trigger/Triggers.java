package dev.gangway.trigger;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.STATE_CONFLICT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.RateLimit;
import dev.gangway.base.RouteTable;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Workflows;
import dev.gangway.storage.Database;
import dev.gangway.storage.SealedColumn;
import dev.gangway.storage.Vault;
import dev.gangway.trigger.Firings.Happening;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What starts runs by itself: schedules, incoming webhooks, and events of the platform. Thread-safe; several nodes
/// share the schedules.
public final class Triggers implements AutoCloseable {
    private final Database database;
    private final Clocks clocks;
    private final AuditTrail audit;
    private final Vault vault;
    private final TriggerRules rules;
    private final Proofs proofs;
    private final Firings firings;
    private final Timetable timetable;
    private final RateLimit hookLimit;
    private final TriggerStore store = new TriggerStore();

    /// What it stands on.
    ///
    /// @param types of the events of this platform
    /// @param hooksPerSecond webhooks that one address takes in; 0 for no limit
    /// @param worlds those whose schedules this node keeps
    public record Ground(
            Database database,
            Clocks clocks,
            AuditTrail audit,
            Vault vault,
            Workflows workflows,
            Senders senders,
            Set<String> types,
            int hooksPerSecond,
            Supplier<List<WorldId>> worlds) {}

    public Triggers(Ground ground) {
        this.database = ground.database();
        this.clocks = ground.clocks();
        this.audit = ground.audit();
        this.vault = ground.vault();
        this.rules = new TriggerRules(ground.workflows(), ground.senders(), ground.types());
        this.proofs = new Proofs(new KeyRing(ground.senders(), clocks));
        this.firings = new Firings(database, clocks, ground.workflows());
        this.hookLimit = new RateLimit(ground.hooksPerSecond(), System::nanoTime);
        this.timetable = new Timetable(database, clocks, firings, ground.worlds());
        ground.workflows().keepFor(this::of);
    }

    private List<String> of(WorldId world, String workflow) {
        return database.read(tx -> store.of(tx, world, workflow)).stream()
                .map(name -> "trigger " + name)
                .toList();
    }

    /// Begins to fire what is due, once for all the times that passed meanwhile.
    public void start() {
        timetable.start();
    }

    /// The types of events that a trigger can wait for.
    public Set<String> types() {
        return rules.types();
    }

    /// By name.
    public List<Trigger> list(WorldId world) {
        return database.read(tx -> store.list(tx, world));
    }

    /// @throws ProblemException NOT_FOUND
    public Trigger trigger(WorldId world, String name) {
        return database.read(tx -> store.find(tx, world, name))
                .map(TriggerStore.Sealed::trigger)
                .orElseThrow(() -> unknown(name));
    }

    private static ProblemException unknown(String name) {
        return new ProblemException(NOT_FOUND, "there is no trigger " + name);
    }

    /// Makes a trigger, or makes it anew under its name: then its address stays, and its secret when none is given.
    ///
    /// @throws ProblemException REQUEST_INVALID naming what does not do
    public Trigger put(WorldId world, String name, TriggerDraft draft, Actor actor) {
        return put(world, name, draft, false, actor);
    }

    /// Makes a new trigger.
    ///
    /// @throws ProblemException REQUEST_INVALID naming what does not do; STATE_CONFLICT when there is one
    ///     of that name
    public Trigger create(WorldId world, String name, TriggerDraft draft, Actor actor) {
        return put(world, name, draft, true, actor);
    }

    private Trigger put(WorldId world, String name, TriggerDraft draft, boolean mustBeNew, Actor actor) {
        return database.transaction(tx -> {
            store.lock(tx, world, name);
            Optional<TriggerStore.Sealed> before = store.find(tx, world, name);
            if (mustBeNew && before.isPresent()) {
                throw new ProblemException(STATE_CONFLICT, "name: there is a trigger " + name + " already");
            }
            Trigger after =
                    rules.checked(world, name, draft, clocks.now(world), before.map(TriggerStore.Sealed::trigger));
            byte @Nullable [] secret = secret(draft, after, before);
            TriggerRules.refuseWithoutSecret(after.occasion(), secret != null);
            store.put(tx, after, secret);
            record(
                    after,
                    actor,
                    before.isPresent() ? "trigger.changed" : "trigger.created",
                    before.map(old -> document(old.trigger())).orElse(NullNode.getInstance()),
                    document(after));
            return after;
        });
    }

    private byte @Nullable [] secret(TriggerDraft draft, Trigger after, Optional<TriggerStore.Sealed> before) {
        Secret given = draft.secret();
        if (given != null) {
            return vault.seal(given.reveal().getBytes(StandardCharsets.UTF_8), after.seal());
        }
        TriggerStore.Sealed old = before.orElse(null);
        return old != null && signature(old.trigger()).equals(signature(after)) ? old.secret() : null;
    }

    private static Optional<SignatureScheme> signature(Trigger trigger) {
        return trigger.occasion() instanceof Occasion.Webhook webhook
                ? Optional.of(webhook.signature())
                : Optional.empty();
    }

    /// Lets occasions pass, or no longer. A schedule goes on with the next time that comes.
    ///
    /// @throws ProblemException NOT_FOUND
    public Trigger pause(WorldId world, String name, boolean paused, Actor actor) {
        return database.transaction(tx -> {
            store.lock(tx, world, name);
            TriggerStore.Sealed found = store.find(tx, world, name).orElseThrow(() -> unknown(name));
            Trigger before = found.trigger();
            Trigger after = before.paused(paused, clocks.now(world));
            store.put(tx, after, found.secret());
            record(after, actor, paused ? "trigger.paused" : "trigger.resumed", document(before), document(after));
            return after;
        });
    }

    /// Forgets it, and its secret; what it started stays.
    ///
    /// @throws ProblemException NOT_FOUND
    public void remove(WorldId world, String name, Actor actor) {
        database.run(tx -> {
            Trigger before = trigger(world, name);
            store.delete(tx, world, name);
            record(before, actor, "trigger.removed", document(before), NullNode.getInstance());
        });
    }

    private void record(Trigger trigger, Actor actor, String action, JsonNode before, JsonNode after) {
        audit.record(new AuditEntry(trigger.world(), null, trigger.name(), actor, action, before, after));
    }

    private static JsonNode document(Trigger trigger) {
        return Json.MAPPER.valueToTree(Shown.of(trigger, null));
    }

    /// Fires it now, paused or not, with `came` for what would have come.
    ///
    /// @throws ProblemException NOT_FOUND
    public Firing fire(WorldId world, String name, JsonNode came, Actor actor) {
        return firings.fire(
                trigger(world, name),
                new Happening(came, Json.object().put("by", actor.name()), null, actor.requestId()));
    }

    /// Newest first.
    ///
    /// @param below only those with a smaller id
    /// @throws ProblemException NOT_FOUND
    public List<Firing> firings(WorldId world, String name, long below, int limit) {
        trigger(world, name);
        return firings.list(world, name, below, limit);
    }

    /// The newest of one trigger.
    public Optional<Firing> newest(Trigger trigger) {
        return firings.newest(trigger.world(), trigger.name());
    }

    /// The newest of every trigger that has fired, by name.
    public Map<String, Firing> newest(WorldId world) {
        return firings.newest(world);
    }

    /// Something happened on the platform: starts the runs that wait for it, in the transaction in which it happened.
    ///
    /// @param event `{type, source, subject, data}`
    public void happened(WorldId world, JsonNode event) {
        database.read(tx -> store.interested(tx, world, event.path("type").asText()))
                .forEach(trigger -> firings.fire(trigger, new Happening(event, Json.object(), null, "")));
    }

    /// Where this room keeps what the vault sealed.
    public static SealedColumn sealed() {
        return TriggerStore.SEALED;
    }

    /// The admin API of triggers, and the addresses of webhooks.
    public RouteTable routes() {
        return new TriggerRoutes(this, new HookRoutes(new Hooks(database, clocks, vault, proofs, firings, hookLimit)));
    }

    @Override
    public void close() {
        timetable.close();
    }
}
