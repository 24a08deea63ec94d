package dev.gangway.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// An upstream that has no time now is called again when it said, with the same key, and nothing needs to ask for that.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PutOffCallsTest {
    private static final Server SERVER = Server.shared();
    private static final int BUSY = 2; // calls

    private final String name = "busy-" + UUID.randomUUID().toString().substring(0, 8);
    private final Upstream busy = new Upstream(this::answer);
    private int asked;

    private synchronized void answer(Upstream.Seen request, OutputStream out) throws IOException {
        String answer = ++asked <= BUSY
                ? "HTTP/1.1 429 Later\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{\"paid\":true}";
        out.write(answer.getBytes(US_ASCII));
    }

    @AfterEach
    void close() throws IOException {
        busy.close();
    }

    private ObjectNode task() {
        ObjectNode connection = Json.object().put("provider", "admin").put("server", busy.url());
        connection.putObject("credentials").put("accessToken", "unimportant");
        SERVER.admin("PUT", "/api/v1/connections/" + name, connection);
        return (ObjectNode) Json.parse("""
                {"pay": {"call": "http", "with": {"method": "post",
                  "endpoint": {"uri": "%s/pay", "authentication": {"use": "%s"}}}}}
                """.formatted(busy.url(), name));
    }

    @Test
    void a_run_waits_as_a_row_and_ends_well() throws Exception {
        ObjectNode definition = Json.object();
        definition
                .putObject("document")
                .put("dsl", "1.0.0")
                .put("namespace", "tests")
                .put("name", name)
                .put("version", "1");
        definition.putArray("do").add(task());
        SERVER.admin("POST", "/api/v1/workflows", Json.object().put("definition", Json.text(definition)));
        String run = SERVER.admin("POST", "/api/v1/workflows/" + name + "/runs", Json.object())
                .path("id")
                .asText();
        Eventually.happens("it waits", () -> run(run).path("waits_for").asText().equals("sleep"));
        Eventually.happens("it ends", () -> !run(run).path("ended_at").isNull());
        assertThat(run(run).at("/output/paid").asBoolean()).isTrue();
        assertThat(busy.seen()).hasSize(BUSY + 1);
        assertThat(busy.seen())
                .extracting(request -> request.header("Idempotency-Key").orElseThrow())
                .containsOnly(busy.seen().getFirst().header("Idempotency-Key").orElseThrow());
    }

    @Test
    void a_test_shows_the_refusal_and_does_not_ask_again_without_waiting() {
        ObjectNode test = Json.object();
        test.set("task", task());
        JsonNode tested = SERVER.admin("POST", "/api/v1/workflow-tests", test);
        assertThat(tested.at("/error/status").asInt()).as(tested.toString()).isEqualTo(429);
        assertThat(busy.seen()).hasSize(1);
    }

    private static JsonNode run(String id) {
        return SERVER.admin("/api/v1/runs/" + id);
    }
}
