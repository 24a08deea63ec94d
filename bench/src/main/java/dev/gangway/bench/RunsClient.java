package dev.gangway.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Starts runs over the admin API.
final class RunsClient implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

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

    /// Starts so many runs from so many threads, and returns when all are started.
    void startAll(String workflow, int runs, int threads) {
        AtomicInteger left = new AtomicInteger(runs);
        Thread[] starting = new Thread[threads];
        for (int at = 0; at < threads; at++) {
            starting[at] = Thread.ofVirtual().start(() -> {
                while (left.getAndDecrement() > 0) {
                    admin.send("POST", "/api/v1/workflows/" + workflow + "/runs", Json.object());
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
    }

    /// Waits until no run is active.
    void awaitNone() {
        while (!admin.send("GET", "/api/v1/runs?state=active&limit=1", null)
                .path("items")
                .isEmpty()) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
