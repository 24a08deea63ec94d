package dev.gangway.temporal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.journal.CannedAnswer;
import dev.gangway.journal.Interventions.Action;
import dev.gangway.journal.Interventions.Wish;
import dev.gangway.journal.Run;
import dev.gangway.journal.RunFilter;
import dev.gangway.journal.RunState;
import dev.gangway.journal.StepCaller;
import dev.gangway.journal.Workflows;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Ending;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.StepKind;
import dev.gangway.workflow.Surroundings;
import dev.gangway.workflow.TestEngine;
import dev.gangway.workflow.WorkflowError;
import dev.gangway.workflow.Written;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The whole of it: workflows on a real database, whose runs go on at a Temporal server in this process. Its time
/// goes no faster than ours until it is told to pass.
final class TemporalTestEngine implements TestEngine, AutoCloseable {
    static final Actor ADA = new Actor("test", "");
    static final String QUEUE = "tests";

    final Database database = TestDatabase.fresh("audit", "journal");
    final SettableClock clock = new SettableClock();
    final List<Called> calls = new CopyOnWriteArrayList<>();
    final Workflows workflows;

    volatile Predicate<String> dyingAfter = _ -> false;
    final LosingTasks losing = new LosingTasks(method -> dyingAfter.test(method));
    private final TestWorkflowEnvironment temporal;
    private final Map<String, Definition> known = new ConcurrentHashMap<>();
    volatile Supplier<Optional<Duration>> held = Optional::empty;
    private volatile Function<Called, Outcome> answer = call -> new Outcome.Done(Json.object());

    /// @param cached executions that are not run again from the start at each step
    /// @param longest events of a history
    TemporalTestEngine(int cached, int longest) {
        temporal = environment(cached, losing);
        clock.set(Instant.ofEpochMilli(temporal.currentTimeMillis()));
        var host = new TemporalHost(
                temporal.getWorkflowClient(), temporal.getWorkerFactory(), true, QUEUE, longest, temporal::close);
        workflows = new Workflows(new Workflows.Ground(
                database,
                clock,
                new AuditTrail(database, clock, List::of),
                new Recording(),
                (_, _) -> around(),
                () -> List.of(WorldId.MAIN),
                true,
                Duration.ofDays(1),
                Optional.of(host)));
        workflows.start();
    }

    static TestWorkflowEnvironment environment(int cached, WorkerInterceptor... interceptors) {
        return TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkflowCacheSize(cached)
                        .setWorkerInterceptors(interceptors)
                        .build())
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.json())
                        .build())
                .build());
    }

    /// For the next test: nothing goes on, and nothing was called. To begin and to end costs a second and more.
    TemporalTestEngine anew() {
        clock.set(Instant.ofEpochMilli(temporal.currentTimeMillis())); // its own goes on while tests run
        answer = call -> new Outcome.Done(Json.object());
        held = Optional::empty;
        workflows.runs(WorldId.MAIN, new RunFilter(null, RunState.ACTIVE, null), Long.MAX_VALUE, 100).stream()
                .map(Run::id)
                .forEach(this::cancel);
        known.clear();
        calls.clear();
        return this;
    }

    private Surroundings around() {
        return Written.around(known.values().toArray(Definition[]::new));
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
            return held.get();
        }

        @Override
        public Outcome answered(Step step, CannedAnswer given) {
            throw new IllegalStateException("nothing is tried here");
        }

        @Override
        public boolean isRepeatable(Step step) {
            return step.kind() != StepKind.HTTP;
        }
    }

    @Override
    public void knows(Definition definition) {
        known.put(definition.name(), definition);
        workflows.save(WorldId.MAIN, definition.text(), ADA);
    }

    @Override
    public void answers(Function<Called, Outcome> given) {
        answer = given;
    }

    @Override
    public String start(Definition definition, JsonNode input) {
        knows(definition);
        String id = workflows
                .start(WorldId.MAIN, definition.name(), null, input, null, ADA)
                .run()
                .id();
        settle();
        return id;
    }

    @Override
    public void send(JsonNode event) {
        workflows.send(WorldId.MAIN, event);
        settle();
    }

    @Override
    public void cancel(String run) {
        workflows.interventions().act(new Wish(WorldId.MAIN, run, null, null, ADA), Action.CANCEL);
        settle();
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
        temporal.sleep(time);
        settle();
    }

    /// Its clock goes on while the test runs.
    @Override
    public Duration grain() {
        return Duration.ofMinutes(1);
    }

    /// Until nobody has anything to do any more.
    void settle() {
        new Stillness(database, temporal.getWorkflowClient()).await();
    }

    Run run(String id) {
        return workflows.run(WorldId.MAIN, id);
    }

    /// The run of a workflow that began last.
    Run newest(String workflow) {
        return workflows
                .runs(WorldId.MAIN, new RunFilter(workflow, null, null), Long.MAX_VALUE, 1)
                .getFirst();
    }

    /// The newest history of a run.
    WorkflowExecutionHistory history(String run) {
        return temporal.getWorkflowClient().fetchHistory(run);
    }

    @Override
    public Optional<Ending> ending(String run) {
        Run found = run(run);
        return switch (found.state()) {
            case "completed" -> Optional.of(new Ending.Completed(Objects.requireNonNull(found.output())));
            case "failed" -> Optional.of(new Ending.Failed(WorkflowError.of(Objects.requireNonNull(found.error()))));
            case "cancelled" -> Optional.of(new Ending.Cancelled());
            case "active", "suspended" -> Optional.empty();
            default -> throw new AssertionError(found.toString());
        };
    }

    @Override
    public List<Called> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        workflows.close();
        database.close();
    }
}
