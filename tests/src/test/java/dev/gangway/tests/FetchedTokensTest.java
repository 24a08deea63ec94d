package dev.gangway.tests;

import static dev.gangway.tests.GatewayCalls.error;
import static dev.gangway.tests.GatewayCalls.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Connections whose access tokens are fetched at a token endpoint.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FetchedTokensTest {
    private static final Server SERVER = Server.shared();

    private final GatewayCalls gateway = new GatewayCalls();

    @AutoClose
    private final TokenHouse house = new TokenHouse();

    private final String name = "tokens-" + UUID.randomUUID();

    private ObjectNode draft() {
        ObjectNode draft = Json.object().put("provider", "admin").put("server", house.url());
        draft.putObject("tokens")
                .put("url", house.url() + "/token")
                .put("client_id", "gangway")
                .put("client_secret", TokenHouse.CLIENT_SECRET);
        return draft;
    }

    private void connect() {
        connect(draft());
    }

    private void connect(ObjectNode draft) {
        SERVER.admin("PUT", "/api/v1/connections/" + name, draft);
    }

    private HttpResponse<byte[]> call() {
        return gateway.send(gateway.request(name, "/things")
                .POST(BodyPublishers.ofString("{\"a\": 1}"))
                .build());
    }

    @Test
    void the_first_call_fetches_a_token_and_those_after_it_use_the_same() {
        connect();
        assertThat(house.asked()).isEmpty();
        assertThat(call().statusCode()).isEqualTo(200);
        assertThat(call().statusCode()).isEqualTo(200);
        assertThat(house.asked()).containsExactly("grant_type=client_credentials");
    }

    @Test
    void a_token_that_is_refused_is_replaced_and_the_call_repeated_with_its_body() {
        connect();
        call();
        house.forgetTokens();
        assertThat(call().statusCode()).isEqualTo(200);
        assertThat(house.asked()).hasSize(2);
        assertThat(house.called())
                .extracting(Upstream.Seen::text)
                .containsExactly("{\"a\": 1}", "{\"a\": 1}", "{\"a\": 1}");
    }

    @Test
    void a_token_is_replaced_before_it_ends() {
        house.terms = ", \"expires_in\": 20";
        connect();
        call();
        assertThat(call().statusCode()).isEqualTo(200);
        assertThat(house.asked()).hasSize(2);
        assertThat(house.called()).hasSize(2);
    }

    @Test
    void many_calls_at_once_fetch_one_token() throws Exception {
        connect();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int each = 0; each < 30; each++) {
                answers.add(callers.submit(() -> call().statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(house.asked()).hasSize(1);
    }

    @Test
    void a_second_refusal_is_the_upstream_s_word() {
        house.honours = false;
        connect();
        HttpResponse<byte[]> answer = call();
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(error(answer)).isEmpty();
        assertThat(house.asked()).hasSize(2);
        assertThat(house.called()).hasSize(2);
    }

    @Test
    void an_endpoint_that_gives_none_is_told_without_what_it_was_asked_with() {
        house.refusal =
                "{\"error\": \"invalid_client\", \"error_description\": \"not " + TokenHouse.CLIENT_SECRET + "\"}";
        connect();
        HttpResponse<byte[]> answer = call();
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(error(answer)).isEqualTo("UPSTREAM_TOKEN_MISSING");
        assertThat(text(answer)).contains("invalid_client").doesNotContain(TokenHouse.CLIENT_SECRET);
        assertThat(house.called()).isEmpty();
    }

    @Test
    void a_call_that_gets_none_is_in_the_call_log_and_keeps_no_place() {
        house.refusal = "{\"error\": \"invalid_client\"}";
        ObjectNode draft = draft();
        draft.putObject("limits").put("concurrent", 1);
        connect(draft);
        assertThat(error(call())).isEqualTo("UPSTREAM_TOKEN_MISSING");
        assertThat(error(call())).isEqualTo("UPSTREAM_TOKEN_MISSING");
        assertThat(gateway.lastCall(name).path("error").asText()).contains("invalid_client");
    }

    @Test
    void a_refresh_token_that_the_endpoint_replaces_is_used_next_time() {
        ObjectNode draft = draft();
        ((ObjectNode) draft.path("tokens")).put("grant", "refresh_token").put("refresh_token", "rt_canary_first");
        connect(draft);
        house.terms = ", \"refresh_token\": \"rt_canary_second\"";
        call();
        house.forgetTokens();
        call();
        assertThat(house.asked())
                .containsExactly(
                        "grant_type=refresh_token&refresh_token=rt_canary_first",
                        "grant_type=refresh_token&refresh_token=rt_canary_second");
    }

    @Test
    void no_secret_is_shown_and_an_echo_is_masked_in_the_call_log() {
        connect(draft().put("log_bodies", true));
        call();
        JsonNode connection = SERVER.admin("/api/v1/connections/" + name);
        assertThat(connection.at("/tokens/client_id").asText()).isEqualTo("gangway");
        assertThat(connection.at("/credentials/0").asText()).isEqualTo("accessToken");
        assertThat(connection.toString()).doesNotContain("canary");
        assertThat(gateway.lastCall(name).toString()).contains("shown").doesNotContain("at_canary");
    }

    @Test
    void a_secret_stays_as_long_as_the_endpoint_does() {
        connect();
        ObjectNode same = draft();
        ((ObjectNode) same.path("tokens")).remove("client_secret");
        connect(same);
        assertThat(call().statusCode()).isEqualTo(200);
        ObjectNode elsewhere = same.deepCopy();
        ((ObjectNode) elsewhere.path("tokens")).put("url", house.url() + "/other");
        HttpResponse<String> refused = SERVER.adminAnswer("PUT", "/api/v1/connections/" + name, elsewhere);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("tokens.client_secret");
    }
}
