package dev.gangway.journal;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;
import static dev.gangway.base.ErrorCode.STATE_CONFLICT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.RouteTable;
import dev.gangway.base.Worker;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Beginning.Begun;
import dev.gangway.storage.Database;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Ending;
import dev.gangway.workflow.Entry;
import dev.gangway.workflow.Flaw;
import dev.gangway.workflow.Interpreter;
import dev.gangway.workflow.Reading;
import dev.gangway.workflow.RunInfo;
import dev.gangway.workflow.Surroundings;
import dev.gangway.workflow.WorkflowError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Workflows: their definitions by version, and their runs, which go on wherever a process ends. Thread-safe; several
/// nodes share the runs.
public final class Workflows implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1); // a run goes on at most so late
    private static final Duration REST = Duration.ofMillis(5); // what falls due meanwhile is claimed at once
    private static final Duration TIDY = Duration.ofMinutes(10);
    static final int LARGEST_INPUT = 1 << 18; // bytes

    private final Database database;
    private final Clocks clocks;
    private final boolean alone;
    private final StepCaller steps;
    private final Engine engine;
    private final Runner runner;
    private final Retention retention;
    private final Definitions definitions;
    private final RunViewStore views = new RunViewStore();
    private final Interventions interventions;
    private final Optional<Host> host;
    private final Optional<HostedRuns> hosted;
    private final Supplier<List<WorldId>> worlds;
    private volatile @Nullable Worker worker;
    private volatile @Nullable Worker telling;
    private @Nullable Worker heart;
    private @Nullable Worker tidying;
    private volatile @Nullable Worker knocking;

    /// What it stands on.
    ///
    /// @param steps carries out what runs ask for
    /// @param surroundings what definitions of a world may name, the workflows of which are looked up by name
    /// @param worlds those whose runs this node takes on
    /// @param alone whether no other process can be using this database
    /// @param retention how long runs that have ended are kept
    /// @param host takes the runs to their ends that began there; empty when there are none
    public record Ground(
            Database database,
            Clocks clocks,
            AuditTrail audit,
            StepCaller steps,
            BiFunction<WorldId, Function<String, Optional<Definition>>, Surroundings> surroundings,
            Supplier<List<WorldId>> worlds,
            boolean alone,
            Duration retention,
            Optional<Host> host) {}

    public Workflows(Ground ground) {
        this.database = ground.database();
        this.clocks = ground.clocks();
        this.alone = ground.alone();
        this.worlds = ground.worlds();
        this.steps = ground.steps();
        DefinitionShelf shelf = new DefinitionShelf(database);
        this.engine = new Engine(
                database,
                clocks,
                shelf,
                ground.steps(),
                new UnderWay(System::nanoTime),
                this::wake,
                this::tell,
                ground.host().filter(Host::takesNewRuns).isPresent() ? "temporal" : "journal",
                () -> {});
        this.host = ground.host();
        this.hosted = host.map(there -> new HostedRuns(engine, there, ground.worlds()));
        this.definitions = new Definitions(ground, shelf);
        this.interventions = new Interventions(database, clocks, ground.audit(), shelf, this::seen, this::wake);
        this.retention = new Retention(database, clocks, ground.worlds(), ground.retention());
        this.runner = new Runner(engine, ground.worlds(), Thread::startVirtualThread);
    }

    /// Begins to take on runs. What fell due before is done then.
    public void start() {
        if (alone) {
            runner.beatAlone();
        } else {
            runner.beat();
        }
        heart = new Worker("journal-node", Runner.BEAT, () -> {
            runner.beat();
            return false;
        });
        worker = new Worker("journal", POLL, REST, runner::step);
        telling = new Worker("journal-events", POLL, REST, new Telling(engine, worlds)::step);
        host.ifPresent(there -> there.start(new Hosting(engine)));
        hosted.ifPresent(runs -> knocking = new Worker("journal-host", POLL, REST, runs::step));
        tidying = new Worker("journal-retention", TIDY, retention::step);
    }

    private void wake() {
        Stream.of(worker, knocking).filter(Objects::nonNull).forEach(Worker::wake);
    }

    private void tell() {
        Stream.ofNullable(telling).forEach(Worker::wake);
    }

    private Run seen(Run run) {
        return hosted.map(runs -> runs.seen(run)).orElse(run);
    }

    /// Holds a definition against the rules, and keeps nothing.
    public Reading check(WorldId world, String text) {
        return definitions.check(world, text);
    }

    /// Performs one task on its own, as a run would, and keeps nothing but the call log's entries.
    ///
    /// @param task an object with one member, the task under its name
    /// @param answers to its calls, one after another, the last to all further ones; none to make the calls
    /// @throws ProblemException REQUEST_INVALID naming what is wrong with the task
    public Tested test(WorldId world, JsonNode task, JsonNode input, List<CannedAnswer> answers) {
        ObjectNode definition = Json.object();
        definition
                .putObject("document")
                .put("dsl", "1.0.0")
                .put("namespace", "tests")
                .put("name", "test")
                .put("version", "1");
        definition.putArray("do").add(task);
        return switch (check(world, Json.text(definition))) {
            case Reading.Accepted(Definition good) -> {
                Trial trial = new Trial(world, steps, clocks.now(world), input, answers);
                yield switch (Interpreter.run(good, Entry.whole(input), trial)) {
                    case Ending.Completed(JsonNode output) -> new Tested(output, null, trial.stages(), trial.made());
                    case Ending.Failed(WorkflowError error) ->
                        new Tested(null, error.json(), trial.stages(), trial.made());
                    case Ending.Cancelled _ -> throw new IllegalStateException("nobody cancels a test");
                };
            }
            case Reading.Refused(List<Flaw> flaws) ->
                throw new ProblemException(
                        REQUEST_INVALID, flaws.stream().map(Flaw::message).collect(Collectors.joining(" ")));
        };
    }

    /// Makes a definition the newest version of its workflow.
    ///
    /// @throws ProblemException REQUEST_INVALID naming what is wrong, line by line
    public SavedDefinition save(WorldId world, String text, Actor actor) {
        return definitions.save(world, text, actor);
    }

    /// Takes a workflow away, with all its versions. Runs that are over keep theirs for as long as they are kept
    /// themselves. Saved again, it begins anew.
    ///
    /// @throws ProblemException NOT_FOUND; STATE_CONFLICT naming what needs it: runs that are not over, other
    ///     workflows, and what [#keepFor] knows
    public void remove(WorldId world, String name, Actor actor) {
        definitions.remove(world, name, actor);
    }

    /// Lets no workflow be removed that `dependants` name.
    public void keepFor(Dependants dependants) {
        definitions.keepFor(dependants);
    }

    /// The newest version of each, by name.
    public List<SavedDefinition> list(WorldId world) {
        return definitions.list(world);
    }

    /// The newest version.
    ///
    /// @throws ProblemException NOT_FOUND
    public SavedDefinition definition(WorldId world, String name) {
        return definitions.newest(world, name);
    }

    /// Any version, of a workflow that was removed too.
    ///
    /// @param version SHA-256
    /// @throws ProblemException NOT_FOUND
    public SavedDefinition definition(WorldId world, String name, String version) {
        return definitions.version(world, name, version);
    }

    /// Newest first.
    ///
    /// @throws ProblemException NOT_FOUND
    public List<SavedDefinition> versions(WorldId world, String name) {
        return definitions.versions(world, name);
    }

    /// A run, and whether it was started now.
    public record Started(Run run, boolean isNew) {}

    /// Starts a run, or answers the one that was started before with the same key.
    ///
    /// @param version SHA-256; null for the newest
    /// @param dedupKey null for none
    /// @throws ProblemException NOT_FOUND; REQUEST_INVALID when the input is larger than 256 KiB
    public Started start(
            WorldId world,
            String workflow,
            @Nullable String version,
            JsonNode input,
            @Nullable String dedupKey,
            Actor actor) {
        if (Json.bytes(input).length > LARGEST_INPUT) {
            throw new ProblemException(REQUEST_INVALID, "input: at most 256 KiB");
        }
        String wanted = definitions.forRun(world, workflow, version);
        Definition definition = engine.definitions().version(world, workflow, wanted);
        Begun begun = new Beginning(engine).begin(world, definition, Entry.whole(input), dedupKey, actor.name());
        return new Started(begun.run(), begun.isNew());
    }

    /// @throws ProblemException NOT_FOUND
    public Run run(WorldId world, String id) {
        return seen(found(world, id));
    }

    private Run found(WorldId world, String id) {
        return database.read(tx -> views.find(tx, world, id)).orElseThrow(() -> noRun(id));
    }

    static ProblemException noRun(String id) {
        return new ProblemException(NOT_FOUND, "there is no run " + id);
    }

    /// Newest first; those that one run started, or those that no other did.
    ///
    /// @param below only runs with a smaller number
    public List<Run> runs(WorldId world, RunFilter filter, long below, int limit) {
        return database.read(tx -> filter.parent() == null
                ? views.list(tx, world, filter, below, limit)
                : views.startedBy(tx, world, filter, below, limit));
    }

    /// How many runs wait for a person to look at them, in all worlds.
    public int stuck() {
        return worlds.get().stream()
                .mapToInt(world -> database.read(tx -> views.stuck(tx, world)))
                .sum();
    }

    /// @param from first position
    /// @throws ProblemException NOT_FOUND
    public List<RunStep> steps(WorldId world, String run, int from, int limit) {
        Run found = found(world, run);
        List<RunStep> kept = database.read(tx -> views.steps(tx, world, run, from, limit));
        List<Written> rest = hosted.map(runs -> runs.recorded(found, from + kept.size(), limit - kept.size()))
                .orElse(List.of());
        return Stream.concat(kept.stream(), rest.stream().map(RunStep::of)).toList();
    }

    /// How far each of all its steps is, by position.
    ///
    /// @throws ProblemException NOT_FOUND
    public List<StepState> stepStates(WorldId world, String run) {
        Run found = found(world, run);
        List<StepState> kept = database.read(tx -> views.states(tx, world, run));
        List<Written> rest = hosted.map(runs -> runs.recorded(found, kept.size(), Integer.MAX_VALUE))
                .orElse(List.of());
        return Stream.concat(kept.stream(), rest.stream().map(RunStep::of).map(StepState::of))
                .toList();
    }

    /// The tasks that a run came to, in the order in which they began, and what passed between them.
    ///
    /// @param steps of its journal that are followed
    /// @throws ProblemException NOT_FOUND
    public List<RunTask> tasks(WorldId world, String id, int steps) {
        Run run = found(world, id);
        List<Recorded> recorded =
                new ArrayList<>(database.read(tx -> new StepStore().journal(tx, world, id, 0, steps)));
        hosted.ifPresent(runs -> runs.recorded(run, recorded.size(), steps - recorded.size())
                .forEach(step -> recorded.add(step.recorded())));
        Entry entry = database.read(tx -> views.entry(tx, world, id)).orElseThrow(() -> noRun(id));
        return Retracing.tasks(
                engine.definitions().version(world, run.workflow(), run.version()),
                entry,
                new RunInfo(id, run.input(), run.startedAt()),
                recorded);
    }

    /// What people do to runs.
    public Interventions interventions() {
        return interventions;
    }

    /// Gives an event to one run, whether or not it waits for it yet.
    ///
    /// @throws ProblemException NOT_FOUND; STATE_CONFLICT when the run has ended
    public void signal(WorldId world, String run, JsonNode event) {
        Run found = found(world, run);
        if (!database.<Boolean>transaction(tx -> new Events(engine).sendTo(tx, world, run, event))) {
            throw new ProblemException(STATE_CONFLICT, "the run is over: " + found.state());
        }
    }

    /// Gives an event to every run that may listen for events of its type; says to how many.
    public int send(WorldId world, JsonNode event) {
        return database.transaction(tx -> {
            Events events = new Events(engine);
            events.send(tx, world, event);
            return events.listeners(tx, world, event);
        });
    }

    /// Gives an event to every run that may listen for events of its type. Costs the same however many they are.
    public void happened(WorldId world, JsonNode event) {
        database.run(tx -> new Events(engine).send(tx, world, event));
    }

    public RouteTable routes() {
        return new WorkflowRoutes(this);
    }

    /// Stops taking on runs; others go on with those that were under way.
    @Override
    public void close() {
        Stream.of(worker, telling, knocking, tidying).filter(Objects::nonNull).forEach(Worker::close);
        host.ifPresent(Host::close);
        if (heart != null) {
            heart.close();
            runner.retire();
        }
    }
}
