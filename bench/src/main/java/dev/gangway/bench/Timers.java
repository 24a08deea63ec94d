package dev.gangway.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;

/// Runs whose waits all end at the same instant.
///
/// @param client of the server that holds them
/// @param workflow of theirs alone
record Timers(RunsClient client, String workflow, int runs, int clients) {
    private static final Duration STARTING = Duration.ofSeconds(45); // that all are started before they are due
    private static final double NANOS = 1e9; // in a second

    /// Starts them, and returns when they are due.
    Instant set() {
        Instant due = Instant.now().plus(STARTING);
        client.save(Definitions.alarm(workflow));
        client.startAll(workflow, runs, clients, until(due));
        if (Instant.now().isAfter(due)) {
            throw new BenchException("it took too long to start " + runs + " runs; fewer --waiters");
        }
        return due;
    }

    private static IntFunction<ObjectNode> until(Instant due) {
        return _ ->
                Json.object().put("left", Duration.between(Instant.now(), due).toString());
    }

    /// Waits until they have ended, and returns the seconds since `begun`, of the system's nano time.
    double end(long begun) {
        client.awaitNone(workflow);
        return since(begun);
    }

    /// Waits until the first has ended.
    double first(long begun) {
        client.awaitOne(workflow, "completed");
        return since(begun);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / NANOS;
    }

    static void sleepUntil(Instant instant) {
        try {
            Thread.sleep(Duration.between(Instant.now(), instant));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
