package dev.gangway.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "workflow",
        mixinStandardHelpOptions = true,
        description = "Runs of three HTTP calls beside what the database does alone, and runs that wait.")
final class WorkflowCommand implements Callable<Integer> {
    private static final int CLIENTS = 16;
    private static final int COMMITS = 5; // of a run of three steps: start, claim, two steps, the third with the end
    private static final Duration BARE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final int EVENTS = 50;
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final double MEBIBYTE = 1 << 20;
    private static final double NANOS = 1e9; // in a second

    @Option(names = "--runs", description = "Of three calls, in one round. Default: ${DEFAULT-VALUE}.")
    private int runs = 8_000;

    @Option(
            names = "--warm-up",
            description =
                    "Runs of three calls before the first round, until all is compiled. Default: ${DEFAULT-VALUE}.")
    private int warmUp = 12_000;

    @Option(names = "--rounds", description = "Whose median counts. Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(names = "--waiters", description = "Runs that wait a day. Default: ${DEFAULT-VALUE}.")
    private int waiters = 10_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        Path work = Files.createDirectories(
                root.resolve("bench/target/workflow-" + ProcessHandle.current().pid()));
        try (Echo echo = new Echo();
                Product product = Product.start(root, work);
                RunsClient client = new RunsClient(product.keys())) {
            client.connect("echo", echo.url(), "x");
            client.save(Definitions.threeCalls(echo.url()));
            client.save(Definitions.NAP);
            client.save(Definitions.HEAR);
            perSecond(client, warmUp);
            through(product, client);
            waiting(product, client);
            hearing(client);
            alarms(root, work, product, client);
            return 0;
        } finally {
            Folder.delete(work);
        }
    }

    private void through(Product product, RunsClient client) throws IOException {
        double[] all = DoubleStream.generate(() -> perSecond(client, runs))
                .limit(rounds)
                .sorted()
                .toArray();
        double perSecond = all[all.length / 2];
        Load bare = new Pgbench(
                        Files.createDirectories(product.server().output().resolveSibling("bare")),
                        product.database(),
                        CLIENTS)
                .run(Definitions.step(product.database()), BARE);
        say("three calls: %.0f runs a second (%.0f to %.0f); the database alone %.0f commits, so %.0f such runs: %.2f"
                .formatted(
                        perSecond,
                        all[0],
                        all[all.length - 1],
                        bare.perSecond(),
                        bare.perSecond() / COMMITS,
                        perSecond * COMMITS / bare.perSecond()));
    }

    private static double perSecond(RunsClient client, int runs) {
        long begun = System.nanoTime();
        client.startAll("three", runs, CLIENTS);
        client.awaitNone("three");
        return runs / ((System.nanoTime() - begun) / NANOS);
    }

    private void waiting(Product product, RunsClient client) {
        ProcessFolder server = product.server().folder();
        product.meter().settle();
        long before = server.residentBytes();
        client.startAll("nap", waiters, CLIENTS);
        product.meter().settle();
        long after = server.residentBytes();
        Measured idle = product.meter().measure(WorkflowCommand::rest);
        say("%d waiting runs: %.0f MB resident before, %.0f MB after; %.3f cores of the server and %.3f of the database"
                .formatted(
                        waiters,
                        before / MEBIBYTE,
                        after / MEBIBYTE,
                        idle.usage().serverCores(),
                        idle.usage().databaseCores()));
    }

    /// One event after another, each of which matters to one of many runs.
    private void hearing(RunsClient client) {
        Map<Integer, String> hearers = client.startAll("hear", waiters, CLIENTS);
        rest();
        int events = Math.min(EVENTS, waiters);
        long[] sent = new long[events];
        long[] heard = new long[events];
        for (int who = 0; who < events; who++) {
            long begun = System.nanoTime();
            client.settle(who);
            sent[who] = System.nanoTime() - begun;
            client.awaitEnd(Objects.requireNonNull(hearers.get(who)));
            heard[who] = System.nanoTime() - begun;
        }
        say("an event while %d runs listen for its type: sent in %.1f ms, heard and its run ended after %.0f ms (p50)"
                .formatted(waiters, median(sent), median(heard)));
    }

    /// Waits that end at the same instant, and then again while no process of the product is there.
    private void alarms(Path root, Path work, Product product, RunsClient client) {
        Timers here = new Timers(client, "alarm", waiters, CLIENTS);
        Timers.sleepUntil(here.set());
        say("%d waits that end at once: the last run ended after %.1f s"
                .formatted(waiters, here.end(System.nanoTime())));
        Instant due = new Timers(client, "late-alarm", waiters, CLIENTS).set();
        Timers.sleepUntil(due.minus(SETTLING)); // by then all of them wait
        product.server().kill();
        Timers.sleepUntil(due);
        long begun = System.nanoTime();
        try (Product again = Product.start(root, work);
                RunsClient after = new RunsClient(again.keys())) {
            Timers left = new Timers(after, "late-alarm", waiters, CLIENTS);
            say("the same after a kill: from the start of the process %.1f s to the first end, %.1f s to the last"
                    .formatted(left.first(begun), left.end(begun)));
        }
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    private static Load rest() {
        try {
            Thread.sleep(IDLE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new Load(0, Duration.ZERO, Duration.ZERO, 0);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, "%s", line));
        out.flush();
    }
}
