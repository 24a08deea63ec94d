package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Ending;
import dev.gangway.workflow.Entry;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.StepKind;
import dev.gangway.workflow.TestEngine;
import dev.gangway.workflow.WorkflowError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The journal on a real database and a clock that stands still, for the contract. Where processes die, every entry
/// of every journal is the last thing that a node does, and the next one takes over.
final class JournalTestEngine implements TestEngine, AutoCloseable {
    final Database database = TestDatabase.fresh("audit", "journal");
    final SettableClock clock = new SettableClock();
    final List<Called> calls = new ArrayList<>();
    Function<Called, Outcome> answer = call -> new Outcome.Done(Json.object());
    Function<String, Optional<Duration>> held = key -> Optional.empty();
    final JournalEdits edits = new JournalEdits(database);

    Runnable onWritten = () -> {};

    private final boolean dying;
    private final Engine engine;
    private final Telling telling;
    private Runner node;

    JournalTestEngine(boolean dying) {
        this.dying = dying;
        this.engine = new Engine(
                database,
                clock,
                new DefinitionShelf(database),
                new Recording(),
                new UnderWay(System::nanoTime),
                () -> {},
                () -> {},
                "journal",
                this::written);
        this.telling = new Telling(engine, () -> List.of(WorldId.MAIN));
        this.node = node();
    }

    /// The process is gone: nothing that it would do after this happens.
    static final class Died extends Error {
        Died() {
            super("died", null, false, false);
        }
    }

    private final class Recording implements StepCaller {
        @Override
        public Outcome call(Step step) {
            Called call = new Called(step.key(), step.kind(), step.arguments());
            calls.add(call);
            return answer.apply(call);
        }

        @Override
        public Optional<Duration> heldBack(Step step) {
            return held.apply(step.key());
        }

        @Override
        public Outcome answered(Step step, CannedAnswer given) {
            throw new IllegalStateException("nothing is tried here");
        }

        @Override
        public boolean isRepeatable(Step step) {
            return step.kind() != StepKind.HTTP
                    || !step.arguments().path("url").asText().contains("once");
        }
    }

    private void written() {
        onWritten.run();
        if (dying) {
            throw new Died();
        }
    }

    private Runner node() {
        Runner next = new Runner(engine, () -> List.of(WorldId.MAIN), Runnable::run);
        next.beat();
        return next;
    }

    Interventions interventions() {
        AuditTrail audit = new AuditTrail(database, clock, List::of);
        return new Interventions(
                database, clock, audit, new DefinitionShelf(database), UnaryOperator.identity(), () -> {});
    }

    Runner anotherNode() {
        return node();
    }

    void resume(String run) {
        resumeOnly(run);
        settle();
    }

    /// Without letting it go on at once.
    void resumeOnly(String run) {
        database.run(tx -> new OperatorStore().resume(tx, WorldId.MAIN, run, clock.now(WorldId.MAIN)));
    }

    @Override
    public void knows(Definition definition) {
        database.run(tx -> new DefinitionStore().save(tx, WorldId.MAIN, definition, clock.now(WorldId.MAIN), "test"));
    }

    @Override
    public void answers(Function<Called, Outcome> given) {
        answer = given;
    }

    @Override
    public String start(Definition definition, JsonNode input) {
        knows(definition);
        String id = begin(definition, input);
        settle();
        return id;
    }

    private String begin(Definition definition, JsonNode input) {
        return new Beginning(engine)
                .begin(WorldId.MAIN, definition, Entry.whole(input), null, "test")
                .run()
                .id();
    }

    /// Everybody goes as far as they can; whoever dies is followed by another.
    void settle() {
        boolean more = true;
        while (more) {
            try {
                boolean went = node.step();
                more = telling.step() || went || edits.isAnythingDue(clock.now(WorldId.MAIN));
            } catch (Died died) {
                edits.endLeases();
                node = node();
            }
        }
    }

    @Override
    public void send(JsonNode event) {
        database.run(tx -> new Events(engine).send(tx, WorldId.MAIN, event));
        settle();
    }

    @Override
    public void cancel(String run) {
        edits.cancel(run, clock.now(WorldId.MAIN));
        settle();
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
        settle();
    }

    @Override
    public Optional<Ending> ending(String run) {
        return edits.state(run).flatMap(found -> switch (found.state()) {
            case COMPLETED -> Optional.of(new Ending.Completed(Json.parse(found.ending())));
            case FAILED -> Optional.of(new Ending.Failed(WorkflowError.of(Json.parse(found.ending()))));
            case CANCELLED -> Optional.of(new Ending.Cancelled());
            case ACTIVE, SUSPENDED -> Optional.empty();
            case STUCK -> throw new AssertionError("stuck: " + found.ending());
        });
    }

    @Override
    public List<Called> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        database.close();
    }
}
