package dev.gangway.tests;

import static dev.gangway.tests.GatewayCalls.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// A connection takes no more calls than its limits say, whoever makes them.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConnectionLimitsTest {
    private static final Server SERVER = Server.shared();
    private static final byte[] OK =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

    private final GatewayCalls gateway = new GatewayCalls();
    private final String name = "limited-" + UUID.randomUUID();

    private void connect(Upstream upstream, String limit, int number) {
        ObjectNode draft = Json.object().put("provider", "admin").put("server", upstream.url());
        draft.putObject("credentials").put("accessToken", "unimportant");
        draft.putObject("limits").put(limit, number);
        SERVER.admin("PUT", "/api/v1/connections/" + name, draft);
    }

    @Test
    void a_call_beyond_them_is_refused_and_told_when_to_try_again() throws IOException {
        try (Upstream upstream = Upstream.friendly()) {
            connect(upstream, "per_minute", 2);
            assertThat(gateway.get(name, "/a").statusCode()).isEqualTo(200);
            HttpResponse<byte[]> refused = gateway.get(name, "/b");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(error(refused)).isEqualTo("RATE_LIMITED");
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 30L);
            assertThat(upstream.seen()).hasSize(1);
        }
    }

    @Test
    void a_place_is_free_again_when_a_call_ends() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch answering = new CountDownLatch(1);
        try (Upstream upstream = new Upstream((_, out) -> {
            arrived.countDown();
            wait(answering);
            out.write(OK);
        })) {
            connect(upstream, "concurrent", 1);
            Thread first = Thread.ofVirtual().start(() -> gateway.get(name, "/slow"));
            arrived.await();
            assertThat(error(gateway.get(name, "/b"))).isEqualTo("RATE_LIMITED");
            answering.countDown();
            first.join();
            assertThat(gateway.get(name, "/c").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_steps_of_runs_wait_for_their_turn_and_all_get_it() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Upstream upstream = new Upstream((_, out) -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            LockSupport.parkNanos(2_000_000); // so that a second one would meet it
            underWay.decrementAndGet();
            out.write(OK);
        })) {
            connect(upstream, "concurrent", 1);
            String run = startTen(upstream);
            Eventually.happens("the run ends", () -> !run(run).path("ended_at").isNull());
            assertThat(run(run).path("state").asText()).isEqualTo("completed");
            assertThat(upstream.seen()).hasSize(10);
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void a_step_that_is_never_sent_takes_no_place() throws Exception {
        try (Upstream upstream = Upstream.friendly()) {
            connect(upstream, "concurrent", 1);
            save("""
                    do:
                      - astray: {call: http, with: {method: get, endpoint: {uri: "http://elsewhere.example/x", authentication: {use: %s}}}}
                    """.formatted(name));
            String run = start();
            Eventually.happens(
                    "the run fails", () -> run(run).path("state").asText().equals("failed"));
            assertThat(gateway.get(name, "/free").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_run_says_that_it_waits_for_its_connection() throws Exception {
        try (Upstream upstream = Upstream.friendly()) {
            connect(upstream, "per_minute", 1);
            gateway.get(name, "/first");
            gateway.get(name, "/refused");
            String run = startTen(upstream);
            JsonNode children = SERVER.admin("/api/v1/runs/" + run);
            assertThat(children.path("state").asText()).isEqualTo("active");
            Eventually.happens(
                    "a branch waits",
                    () -> SERVER.admin("/api/v1/runs?parent=" + run)
                            .path("items")
                            .valueStream()
                            .anyMatch(one -> one.path("waits_for").asText().equals("allowance")));
            assertThat(upstream.seen()).hasSize(1);
            SERVER.admin("POST", "/api/v1/runs/" + run + "/cancel", Json.object());
        }
    }

    /// Ten calls at once.
    private String startTen(Upstream upstream) {
        StringBuilder text = new StringBuilder("""
                do:
                  - all:
                      fork:
                        branches:
                """);
        for (int each = 0; each < 10; each++) {
            text.append("""
                          - call%d:
                              call: http
                              with: {method: get, endpoint: {uri: "%s/%d", authentication: {use: %s}}}
                """.formatted(each, upstream.url(), each, name));
        }
        save(text.toString());
        return start();
    }

    private String workflow() {
        return name.substring(0, 30);
    }

    private void save(String rest) {
        String text = "document: {dsl: 1.0.0, namespace: tests, name: %s, version: '1'}\n".formatted(workflow()) + rest;
        SERVER.admin("POST", "/api/v1/workflows", Json.object().put("definition", text));
    }

    private String start() {
        return SERVER.admin("POST", "/api/v1/workflows/" + workflow() + "/runs", Json.object())
                .path("id")
                .asText();
    }

    private static JsonNode run(String id) {
        return SERVER.admin("/api/v1/runs/" + id);
    }

    private static void wait(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
