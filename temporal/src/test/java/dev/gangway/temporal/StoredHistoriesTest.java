package dev.gangway.temporal;

import dev.gangway.audit.AuditTrail;
import dev.gangway.base.WorldId;
import dev.gangway.journal.CannedAnswer;
import dev.gangway.journal.Claimed;
import dev.gangway.journal.Host;
import dev.gangway.journal.Hosting;
import dev.gangway.journal.StepCaller;
import dev.gangway.journal.Waiting;
import dev.gangway.journal.Workflows;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import dev.gangway.workflow.DefinitionReader;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Written;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Executions that earlier versions began are run again by this one and ask Temporal for the very same. What is under
/// `histories/` is never changed: a version that asks for something else adds samples of its own.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoredHistoriesTest {
    static Stream<Path> samples() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(StoredHistoriesTest.class.getResource("/histories"))
                .toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_execution_asks_for_the_same_again(Path file) throws Exception {
        StoredHistory sample = StoredHistory.read(file);
        try (Database database = TestDatabase.fresh("audit", "journal");
                Keeping host = new Keeping();
                Workflows workflows = workflows(database, host, sample);
                TestWorkflowEnvironment temporal = TemporalTestEngine.environment(0)) {
            sample.definitions().reversed().forEach(text -> workflows.save(WorldId.MAIN, text, TemporalTestEngine.ADA));
            Worker worker = temporal.newWorker("replays");
            TemporalHost.takeOn(worker, host.hosting(), TemporalHost.LONGEST);
            worker.replayWorkflowExecution(sample.executed());
        }
    }

    private static Workflows workflows(Database database, Host host, StoredHistory sample) {
        SettableClock clock = new SettableClock();
        Workflows workflows = new Workflows(new Workflows.Ground(
                database,
                clock,
                new AuditTrail(database, clock, List::of),
                new Silent(),
                (_, _) -> Written.around(
                        DefinitionReader.accepted(sample.definitions().getLast())),
                () -> List.of(WorldId.MAIN),
                true,
                Duration.ofDays(1),
                Optional.of(host)));
        workflows.start();
        return workflows;
    }

    /// Takes on nothing, and keeps what it was given.
    private static final class Keeping implements Host {
        private Optional<Hosting> given = Optional.empty();

        Hosting hosting() {
            return given.orElseThrow();
        }

        @Override
        public boolean takesNewRuns() {
            return true;
        }

        @Override
        public void start(Hosting hosting) {
            given = Optional.of(hosting);
        }

        @Override
        public void knock(Claimed run) {
            throw new AssertionError("nothing begins here");
        }

        @Override
        public List<dev.gangway.journal.Written> recorded(String run, int from, int limit) {
            return List.of();
        }

        @Override
        public Waiting waiting(String run) {
            return Waiting.NOTHING;
        }

        @Override
        public void close() {
            given = Optional.empty();
        }
    }

    /// Nothing is called: what calls came to is in the history.
    private static final class Silent implements StepCaller {
        @Override
        public Optional<Duration> heldBack(Step step) {
            throw new AssertionError("nothing is called here");
        }

        @Override
        public Outcome call(Step step) {
            throw new AssertionError("nothing is called here");
        }

        @Override
        public Outcome answered(Step step, CannedAnswer answer) {
            throw new AssertionError("nothing is called here");
        }

        @Override
        public boolean isRepeatable(Step step) {
            throw new AssertionError("nothing is called here");
        }
    }
}
