package dev.gangway.temporal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gangway.base.Json;
import dev.gangway.base.Worker;
import dev.gangway.journal.Claimed;
import dev.gangway.journal.Host;
import dev.gangway.journal.Hosting;
import dev.gangway.journal.Waiting;
import dev.gangway.journal.Written;
import dev.gangway.storage.Vault;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes runs to their ends on a Temporal server. Thread-safe.
public final class TemporalHost implements Host {
    private static final Logger LOG = LoggerFactory.getLogger(TemporalHost.class);
    static final int LONGEST = 10_000; // events of a history
    private static final Duration LONGEST_TURN = Duration.ofSeconds(30); // of the interpreter, between two waits
    private static final Duration RPC = Duration.ofSeconds(5);
    private static final Duration QUERY = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofSeconds(5); // when the server does not answer

    private final WorkflowClient client;
    private final WorkerFactory factory;
    private final boolean takesNewRuns;
    private final String taskQueue;
    private final int longest;
    private final Runnable onClose;
    private @Nullable Worker starting;
    private volatile long silentUntil = System.nanoTime();

    /// Does not wait for the server: what falls due while it is away goes on when it is there again.
    public static TemporalHost at(TemporalConfig config, Vault vault) {
        WorkflowServiceStubs stubs = stubs(config);
        WorkflowClient client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(config.namespace())
                        .setDataConverter(config.isSealed() ? Payloads.sealed(vault) : Payloads.json())
                        .build());
        return new TemporalHost(
                client,
                WorkerFactory.newInstance(client),
                config.takesNewRuns(),
                config.taskQueue(),
                LONGEST,
                stubs::shutdownNow);
    }

    private static WorkflowServiceStubs stubs(TemporalConfig config) {
        WorkflowServiceStubsOptions.Builder options = WorkflowServiceStubsOptions.newBuilder()
                .setTarget(config.address())
                .setEnableHttps(config.isEncrypted())
                .setRpcTimeout(RPC)
                .setRpcQueryTimeout(QUERY)
                .setRpcRetryOptions(
                        RpcRetryOptions.newBuilder().setExpiration(QUERY).validateBuildWithDefaults());
        config.apiKey().ifPresent(key -> options.addApiKey(key::reveal));
        return WorkflowServiceStubs.newServiceStubs(options.build());
    }

    /// Why runs cannot be taken there, in a few words; empty when they can.
    public static Optional<String> trouble(TemporalConfig config) {
        WorkflowServiceStubs stubs = stubs(config);
        try {
            stubs.blockingStub()
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(config.namespace())
                            .build());
            return Optional.empty();
        } catch (StatusRuntimeException refused) {
            return Optional.of(String.valueOf(refused.getStatus().getCode()).toLowerCase(Locale.ROOT));
        } finally {
            stubs.shutdownNow();
        }
    }

    TemporalHost(
            WorkflowClient client,
            WorkerFactory factory,
            boolean takesNewRuns,
            String taskQueue,
            int longest,
            Runnable onClose) {
        this.client = client;
        this.factory = factory;
        this.takesNewRuns = takesNewRuns;
        this.taskQueue = taskQueue;
        this.longest = longest;
        this.onClose = onClose;
    }

    @Override
    public boolean takesNewRuns() {
        return takesNewRuns;
    }

    @Override
    public void start(Hosting hosting) {
        io.temporal.worker.Worker worker = factory.newWorker(
                taskQueue,
                WorkerOptions.newBuilder()
                        .setDefaultDeadlockDetectionTimeout(LONGEST_TURN.toMillis())
                        .build());
        takeOn(worker, hosting, longest);
        starting = new Worker("temporal-start", AGAIN, this::startOnce);
    }

    /// Lets a worker run runs.
    static void takeOn(io.temporal.worker.Worker worker, Hosting hosting, int longest) {
        worker.registerWorkflowImplementationFactory(RunExecution.class, () -> new RunCourse(hosting, longest));
        worker.registerActivitiesImplementations(new HttpCalls(hosting), new HostedBooks(hosting));
    }

    private boolean startOnce() {
        if (!factory.isStarted()) {
            factory.start();
            LOG.atInfo().addKeyValue("task_queue", taskQueue).log("takes on runs at Temporal");
        }
        return false;
    }

    @Override
    public void knock(Claimed run) {
        WorkflowStub stub = client.newUntypedWorkflowStub(
                RunExecution.TYPE,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(taskQueue)
                        .setWorkflowId(run.id())
                        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                        .build());
        stub.signalWithStart(
                "look", new Object[] {run.epoch()}, new Object[] {run.world().value(), run.id(), run.epoch()});
    }

    @Override
    public List<Written> recorded(String run, int from, int limit) {
        return asked(run, "recorded", from, limit)
                .map(text -> Json.MAPPER.convertValue(Json.parse(text), new TypeReference<List<Written>>() {}))
                .orElse(List.of());
    }

    @Override
    public Waiting waiting(String run) {
        return asked(run, "waiting")
                .map(text -> Json.read(Json.parse(text), Waiting.class))
                .orElse(Waiting.NOTHING);
    }

    /// Empty when there is no answer; when the server does not answer, nobody is asked for a while.
    private Optional<String> asked(String run, String query, Object... arguments) {
        if (System.nanoTime() - silentUntil < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(client.newUntypedWorkflowStub(run).query(query, String.class, arguments));
        } catch (WorkflowException | StatusRuntimeException unanswered) {
            if (!(unanswered instanceof WorkflowNotFoundException)) {
                silentUntil = System.nanoTime() + AGAIN.toNanos();
            }
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (starting != null) {
            starting.close();
        }
        factory.shutdown();
        factory.awaitTermination(10, TimeUnit.SECONDS);
        onClose.run();
    }
}
