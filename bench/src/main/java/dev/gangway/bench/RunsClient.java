package dev.gangway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// Starts runs over the admin API.
final class RunsClient implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final AdminClient admin;

    RunsClient(DemoKeys keys) {
        this.admin = new AdminClient(keys);
    }

    /// Makes a connection that leads to `url`.
    void connect(String name, String url, String credential) {
        ObjectNode connection = Json.object().put("provider", "admin").put("server", url);
        connection.putObject("credentials").put("accessToken", credential);
        admin.send("PUT", "/api/v1/connections/" + name, connection);
    }

    void save(String definition) {
        admin.send("POST", "/api/v1/workflows", Json.object().put("definition", definition));
    }

    /// Starts so many runs from so many threads, each with a number of its own as `who`, and returns
    /// their ids by that when all are started.
    Map<Integer, String> startAll(String workflow, int runs, int threads) {
        return startAll(workflow, runs, threads, who -> Json.object().put("who", who));
    }

    /// @param input of a run, by its number
    Map<Integer, String> startAll(String workflow, int runs, int threads, IntFunction<ObjectNode> input) {
        AtomicInteger left = new AtomicInteger(runs);
        Map<Integer, String> started = new ConcurrentHashMap<>();
        Thread[] starting = new Thread[threads];
        for (int at = 0; at < threads; at++) {
            starting[at] = Thread.ofVirtual().start(() -> {
                for (int who = left.decrementAndGet(); who >= 0; who = left.decrementAndGet()) {
                    ObjectNode body = Json.object();
                    body.set("input", input.apply(who));
                    JsonNode run = admin.send("POST", "/api/v1/workflows/" + workflow + "/runs", body);
                    started.put(who, run.path("id").asText());
                }
            });
        }
        for (Thread one : starting) {
            try {
                one.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return started;
    }

    /// Sends the event that is about one of the runs that hear.
    void settle(int who) {
        ObjectNode event = Json.object().put("type", "settled");
        event.putObject("data").put("who", who);
        admin.send("POST", "/api/v1/workflow-events", event);
    }

    /// Waits until a run has ended.
    void awaitEnd(String run) {
        while (admin.send("GET", "/api/v1/runs/" + run, null).path("ended_at").isNull()) {
            Thread.onSpinWait();
        }
    }

    /// Waits until no run of the workflow is active.
    void awaitNone(String workflow) {
        while (exists(workflow, "active")) {
            pause();
        }
    }

    /// Waits until a run of the workflow is in that state.
    void awaitOne(String workflow, String state) {
        while (!exists(workflow, state)) {
            pause();
        }
    }

    private boolean exists(String workflow, String state) {
        return !admin.send("GET", "/api/v1/runs?limit=1&workflow=" + workflow + "&state=" + state, null)
                .path("items")
                .isEmpty();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
