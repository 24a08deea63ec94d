package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// An upstream that says nothing holds no run for longer than the run's own time, or than somebody lets it.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokenOffCallsTest {
    private static final Server SERVER = Server.shared();
    private static final Duration LOOKS = Duration.ofSeconds(4);

    private final CountDownLatch over = new CountDownLatch(1);
    private final String name = "silent-" + UUID.randomUUID().toString().substring(0, 8);
    private final Upstream silent = new Upstream((_, _) -> {
        try {
            over.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    });

    @AfterEach
    void close() throws IOException {
        over.countDown();
        silent.close();
    }

    private String start(String method, String timeout) throws InterruptedException {
        return start(method, timeout, null);
    }

    /// @param keys header for them; null for none
    private String start(String method, String timeout, @Nullable String keys) throws InterruptedException {
        connect(silent.url(), keys);
        String text = """
                document: {dsl: 1.0.0, namespace: tests, name: %s, version: '1'}
                do:
                  - ask:
                      timeout: {after: %s}
                      call: http
                      with: {method: %s, endpoint: {uri: "%s/things", authentication: {use: %1$s}}}
                """.formatted(name, timeout, method, silent.url());
        SERVER.admin("POST", "/api/v1/workflows", Json.object().put("definition", text));
        String run = SERVER.admin("POST", "/api/v1/workflows/" + name + "/runs", Json.object())
                .path("id")
                .asText();
        Eventually.happens("the call is under way", () -> !silent.seen().isEmpty());
        return run;
    }

    private void connect(String server, @Nullable String keys) {
        ObjectNode connection = Json.object().put("provider", "admin").put("server", server);
        connection.put("idempotency_header", keys);
        connection.putObject("credentials").put("accessToken", "unimportant");
        SERVER.admin("PUT", "/api/v1/connections/" + name, connection);
    }

    private static JsonNode ended(String run) throws InterruptedException {
        Eventually.happens("the run ends", () -> !run(run).path("ended_at").isNull());
        return run(run);
    }

    private static JsonNode run(String id) {
        return SERVER.admin("/api/v1/runs/" + id);
    }

    @Test
    void a_call_whose_time_is_over_is_broken_off() throws Exception {
        JsonNode run = ended(start("get", "PT1S"));
        assertThat(run.at("/error/type").asText()).endsWith("timeout");
        assertThat(run.at("/error/instance").asText()).isEqualTo("/ask");
    }

    @Test
    void of_one_with_an_effect_nobody_knows_then() throws Exception {
        assertThat(ended(start("post", "PT1S")).at("/error/type").asText()).endsWith("outcome-unknown");
    }

    @Test
    void one_with_an_effect_goes_out_once_though_its_connection_was_closed_without_an_answer() throws Exception {
        assertThat(postsToOneThatHangsUp(null)).containsExactly("outcome-unknown", "1 sent");
    }

    @Test
    void it_goes_out_again_where_the_other_side_takes_keys() throws Exception {
        assertThat(postsToOneThatHangsUp("X-Once")).containsExactly("communication", "2 sent");
    }

    /// Over a connection that stayed open after another call.
    private List<String> postsToOneThatHangsUp(@Nullable String keys) throws Exception {
        try (Upstream rude = new Upstream((request, out) -> {
            if (request.line().startsWith("POST")) {
                throw new IOException("hangs up");
            }
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
        })) {
            connect(rude.url(), keys);
            String call = "{call: http, with: {method: %s, endpoint: {uri: '%s/x', authentication: {use: %s}}}}";
            String text = "document: {dsl: 1.0.0, namespace: tests, name: %s, version: '1'}%n".formatted(name)
                    + "do: [{look: " + call.formatted("get", rude.url(), name) + "}, {pay: "
                    + call.formatted("post", rude.url(), name) + "}]";
            SERVER.admin("POST", "/api/v1/workflows", Json.object().put("definition", text));
            String run = SERVER.admin("POST", "/api/v1/workflows/" + name + "/runs", Json.object())
                    .path("id")
                    .asText();
            String error = ended(run).at("/error/type").asText();
            long sent = rude.seen().stream()
                    .filter(seen -> seen.line().startsWith("POST"))
                    .count();
            return List.of(error.replaceFirst(".*[:/]", ""), sent + " sent");
        }
    }

    @Test
    void where_the_connection_names_the_header_of_its_keys_it_may_be_made_again() throws Exception {
        JsonNode run = ended(start("post", "PT1S", "X-Once"));
        assertThat(run.at("/error/type").asText()).endsWith("timeout");
        assertThat(silent.last().header("X-Once")).isNotEmpty();
        assertThat(silent.last().header("Idempotency-Key")).isEmpty();
    }

    @Test
    void a_header_that_no_caller_may_set_carries_no_keys() {
        ObjectNode connection = Json.object().put("provider", "admin").put("server", silent.url());
        connection.putObject("credentials").put("accessToken", "unimportant");
        for (String header : List.of("Host", "Gangway-Csrf", "X Once", "Cookie", "Authorization")) {
            connection.put("idempotency_header", header);
            assertThat(SERVER.adminAnswer("PUT", "/api/v1/connections/" + name, connection)
                            .body())
                    .contains("idempotency_header: ");
        }
    }

    @Test
    void cancelling_a_run_breaks_its_call_off() throws Exception {
        String run = start("post", "PT1H");
        SERVER.admin("POST", "/api/v1/runs/" + run + "/cancel", Json.object());
        assertThat(ended(run).path("state").asText()).isEqualTo("cancelled");
    }

    @Test
    void a_cancelled_run_may_take_its_time_to_clean_up() throws Exception {
        try (Upstream slow = new Upstream((_, out) -> {
            try {
                over.await();
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        })) {
            connect(slow.url(), null);
            String text = """
                    document: {dsl: 1.0.0, namespace: tests, name: %s, version: '1'}
                    do:
                      - careful:
                          try: [{nap: {wait: P1D}}]
                          catch:
                            errors: {with: {type: cancelled}}
                            do:
                              - undo:
                                  call: http
                                  with: {method: get, endpoint: {uri: "%s/undo", authentication: {use: %1$s}}}
                    """.formatted(name, slow.url());
            SERVER.admin("POST", "/api/v1/workflows", Json.object().put("definition", text));
            String run = SERVER.admin("POST", "/api/v1/workflows/" + name + "/runs", Json.object())
                    .path("id")
                    .asText();
            SERVER.admin("POST", "/api/v1/runs/" + run + "/cancel", Json.object());
            Eventually.happens("it cleans up", () -> !slow.seen().isEmpty());
            Thread.sleep(LOOKS); // whoever looks for calls of cancelled runs has looked
            over.countDown();

            assertThat(ended(run).path("state").asText()).isEqualTo("cancelled");
            assertThat(slow.seen()).hasSize(1);
        }
    }
}
