package dev.gangway.journal;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;
import static dev.gangway.base.ErrorCode.STATE_CONFLICT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.RowCache;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.DefinitionReader;
import dev.gangway.workflow.Flaw;
import dev.gangway.workflow.Reading;
import dev.gangway.workflow.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The definitions of workflows: checked, saved version by version, removed. Thread-safe.
final class Definitions {
    private static final int SHOWN = 10; // flaws in one answer
    private static final int REMEMBERED = 10_000; // newest versions of workflows

    private final Database database;
    private final Clocks clocks;
    private final AuditTrail audit;
    private final BiFunction<WorldId, Function<String, Optional<Definition>>, Surroundings> surroundings;
    private final DefinitionShelf shelf;
    private final DefinitionStore store = new DefinitionStore();
    private final RunViewStore runs = new RunViewStore();
    private final RowCache<String> newest; // versions, by world and workflow
    private final List<Dependants> dependants = new CopyOnWriteArrayList<>();

    Definitions(Workflows.Ground ground, DefinitionShelf shelf) {
        this.database = ground.database();
        this.clocks = ground.clocks();
        this.audit = ground.audit();
        this.surroundings = ground.surroundings();
        this.shelf = shelf;
        this.newest = new RowCache<>(database, "workflow_definition", REMEMBERED);
    }

    Reading check(WorldId world, String text) {
        return DefinitionReader.read(text, surroundings.apply(world, name -> shelf.newest(world, name)));
    }

    SavedDefinition save(WorldId world, String text, Actor actor) {
        Definition definition = switch (check(world, text)) {
            case Reading.Accepted(Definition good) -> good;
            case Reading.Refused(List<Flaw> flaws) ->
                throw new ProblemException(
                        REQUEST_INVALID,
                        flaws.stream().limit(SHOWN).map(Flaw::toString).collect(Collectors.joining("\n")));
        };
        return database.transaction(tx -> {
            store.lock(tx, world, definition.name());
            Optional<SavedDefinition> before = store.newest(tx, world, definition.name());
            if (before.isPresent() && before.get().version().equals(definition.version())) {
                return before.get();
            }
            store.save(tx, world, definition, clocks.now(world), actor.name());
            newest.changed(key(world, definition.name()));
            SavedDefinition after = store.newest(tx, world, definition.name()).orElseThrow();
            record(
                    world,
                    definition.name(),
                    actor,
                    "workflow.saved",
                    before.map(Definitions::named).orElse(NullNode.instance),
                    named(after));
            return after;
        });
    }

    /// Refuses while anything needs it.
    void remove(WorldId world, String name, Actor actor) {
        database.run(tx -> {
            store.lock(tx, world, name);
            SavedDefinition before = store.newest(tx, world, name).orElseThrow(() -> noWorkflow(name));
            List<String> reasons = Stream.of(
                            unfinished(tx, world, name),
                            dependants.stream().flatMap(one -> one.of(world, name).stream()),
                            others(tx, world, name))
                    .flatMap(Function.identity())
                    .toList();
            if (!reasons.isEmpty()) {
                throw new ProblemException(
                        STATE_CONFLICT,
                        name + " is needed by " + String.join(", ", reasons) + ". Nothing was removed.");
            }
            store.remove(tx, world, name, clocks.now(world));
            newest.changed(key(world, name));
            record(world, name, actor, "workflow.removed", named(before), NullNode.instance);
        });
    }

    private Stream<String> unfinished(Handle tx, WorldId world, String name) {
        int count = runs.unfinished(tx, world, name);
        return count == 0
                ? Stream.of()
                : Stream.of(count == 1 ? "a run that is not over" : count + " runs that are not over");
    }

    /// The workflows that start this one, by a task or when they fail.
    private Stream<String> others(Handle tx, WorldId world, String name) {
        return store.list(tx, world).stream()
                .filter(other -> !other.name().equals(name))
                .filter(other -> shelf.version(world, other.name(), other.version())
                        .starts()
                        .contains(name))
                .map(other -> "workflow " + other.name());
    }

    void keepFor(Dependants more) {
        dependants.add(more);
    }

    private static String key(WorldId world, String workflow) {
        return world.value() + "/" + workflow;
    }

    private static JsonNode named(SavedDefinition saved) {
        return Json.object().put("version", saved.version()).put("label", saved.label());
    }

    private void record(WorldId world, String subject, Actor actor, String action, JsonNode before, JsonNode after) {
        audit.record(new AuditEntry(world, null, subject, actor, action, before, after));
    }

    List<SavedDefinition> list(WorldId world) {
        return database.read(tx -> store.list(tx, world));
    }

    SavedDefinition newest(WorldId world, String name) {
        return database.read(tx -> store.newest(tx, world, name)).orElseThrow(() -> noWorkflow(name));
    }

    SavedDefinition version(WorldId world, String name, String version) {
        return database.read(tx -> store.version(tx, world, name, version))
                .orElseThrow(() -> new ProblemException(NOT_FOUND, name + " has no version " + version));
    }

    /// The version that a new run takes: the one that is wanted, or the newest; none that was removed.
    ///
    /// @throws ProblemException NOT_FOUND
    String forRun(WorldId world, String name, @Nullable String version) {
        String newest = newestVersion(world, name);
        if (version == null || version.equals(newest)) {
            return newest;
        }
        boolean there = database.read(tx -> store.has(tx, world, name, version));
        if (!there) {
            throw new ProblemException(NOT_FOUND, name + " has no version " + version);
        }
        return version;
    }

    List<SavedDefinition> versions(WorldId world, String name) {
        List<SavedDefinition> all = database.read(tx -> store.versions(tx, world, name));
        if (all.isEmpty()) {
            throw noWorkflow(name);
        }
        return all;
    }

    /// The SHA-256 of the newest, from memory.
    String newestVersion(WorldId world, String name) {
        return newest.get(key(world, name), () -> database.read(tx -> store.newestVersion(tx, world, name)))
                .orElseThrow(() -> noWorkflow(name));
    }

    private static ProblemException noWorkflow(String name) {
        return new ProblemException(NOT_FOUND, "there is no workflow " + name);
    }
}
