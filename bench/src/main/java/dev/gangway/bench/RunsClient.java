package dev.gangway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Starts runs over the admin API.
final class RunsClient implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DemoKeys keys;

    RunsClient(DemoKeys keys) {
        this.keys = keys;
    }

    /// Makes a connection that leads to `url`.
    void connect(String name, String url) {
        ObjectNode connection = Json.object().put("provider", "admin").put("server", url);
        connection.putObject("credentials").put("accessToken", "x");
        send("PUT", "/api/v1/connections/" + name, connection);
    }

    void save(String definition) {
        send("POST", "/api/v1/workflows", Json.object().put("definition", definition));
    }

    /// Starts so many runs from so many threads, and returns when all are started.
    void startAll(String workflow, int runs, int threads) {
        AtomicInteger left = new AtomicInteger(runs);
        Thread[] starting = new Thread[threads];
        for (int at = 0; at < threads; at++) {
            starting[at] = Thread.ofVirtual().start(() -> {
                while (left.getAndDecrement() > 0) {
                    send("POST", "/api/v1/workflows/" + workflow + "/runs", Json.object());
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
        while (!send("GET", "/api/v1/runs?state=active&limit=1", null)
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

    private JsonNode send(String method, String path, @Nullable JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(keys.url().resolve(path))
                .header("Authorization", "Bearer " + keys.token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new BenchException(path + " answered " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return Json.parse(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
