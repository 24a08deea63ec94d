package dev.gangway.tests;

import static dev.gangway.tests.GatewayCalls.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Who may send what over which connection, and that nobody reads what it keeps.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GatewayReachTest {
    private final Server server = Server.shared();
    private final GatewayCalls gateway = new GatewayCalls();

    @Nested
    class A_connection {
        @Test
        void may_change_its_credentials_under_load_without_an_error() throws Exception {
            try (Upstream upstream = Upstream.friendly();
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                String connection = gateway.connect(upstream.url());
                List<Future<Boolean>> calls = IntStream.range(0, 8)
                        .mapToObj(_ -> threads.submit(() -> IntStream.range(0, 50)
                                .allMatch(
                                        _ -> gateway.get(connection, "/files/1").statusCode() == 200)))
                        .toList();
                for (int round = 0; round < 10; round++) {
                    server.admin(
                            "PUT",
                            "/api/v1/connections/" + connection,
                            gateway.connection(upstream.url(), "key-" + round));
                }
                for (Future<Boolean> call : calls) {
                    assertThat(call.get()).isTrue();
                }
                gateway.get(connection, "/files/1");
                assertThat(upstream.last().header("Harbour-Key")).contains("key-9");
            }
        }

        @Test
        void that_was_removed_is_no_connection() throws IOException {
            try (Upstream upstream = Upstream.friendly()) {
                String connection = gateway.connect(upstream.url());
                server.admin("DELETE", "/api/v1/connections/" + connection, null);
                assertThat(error(gateway.get(connection, "/files/1"))).isEqualTo("NOT_FOUND");
                assertThat(upstream.seen()).isEmpty();
            }
        }

        @Test
        void shows_its_credentials_nowhere() throws IOException {
            try (Upstream upstream = new Upstream((request, out) -> {
                String body = "{\"echo\": \"" + request.header("Harbour-Key").orElse("")
                        + "\", \"access_token\": \"t-123456\"}";
                out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
            })) {
                String connection = gateway.connect(upstream.url());
                gateway.send(gateway.request(connection, "/payments?secret=abcdef")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"amount\": 1, \"account_number\": \"12345678\"}"))
                        .build());
                JsonNode call = gateway.lastCall(connection);
                assertThat(call.path("operation").asText()).isEqualTo("pay");
                assertThat(call.path("request_body").asText())
                        .contains("\"amount\":1")
                        .doesNotContain("12345678");
                assertThat(call.path("response_body").asText()).doesNotContain("t-123456");
                String everything = call
                        + server.admin("/api/v1/connections/" + connection).toString()
                        + server.admin("/api/v1/calls.har?connection=" + connection)
                        + server.admin("/api/v1/audit?subject=" + connection);
                assertThat(everything)
                        .doesNotContain(GatewayCalls.KEY, GatewayCalls.QUERY_KEY, "abcdef", "t-123456", "12345678");
            }
        }
    }

    @Nested
    class A_token {
        @Test
        void reaches_only_the_connections_and_operations_that_it_names_and_nothing_else() throws IOException {
            try (Upstream upstream = Upstream.friendly()) {
                String open = gateway.connect(upstream.url());
                String closed = gateway.connect(upstream.url());
                ObjectNode wanted = Json.object().put("name", "narrow").put("scope", "gateway");
                wanted.putArray("connections").add(open);
                wanted.putArray("operations").add("readFile");
                String token = "Bearer "
                        + server.admin("POST", "/api/v1/tokens", wanted)
                                .path("token")
                                .asText();
                assertThat(error(as(token, open, "/files/1"))).isEmpty();
                assertThat(error(as(token, open, "/payments"))).isEqualTo("TOKEN_OUT_OF_SCOPE");
                assertThat(error(as(token, closed, "/files/1"))).isEqualTo("NOT_FOUND");
                HttpResponse<String> admin = server.send(server.request("/api/v1/connections")
                        .header("Authorization", token)
                        .build());
                assertThat(admin.statusCode()).isEqualTo(403);
                assertThat(server.send(server.request("/api/v1/me")
                                        .header("Authorization", token)
                                        .build())
                                .body())
                        .contains("\"gateway\"");
            }
        }

        @Test
        void is_needed() throws IOException {
            try (Upstream upstream = Upstream.friendly()) {
                String connection = gateway.connect(upstream.url());
                assertThat(error(as("Bearer gwt_" + "0".repeat(40), connection, "/files/1")))
                        .isEqualTo("TOKEN_UNKNOWN");
                assertThat(error(as("Basic eDp5", connection, "/files/1"))).isEqualTo("TOKEN_MISSING");
                assertThat(upstream.seen()).isEmpty();
            }
        }

        private HttpResponse<byte[]> as(String authorization, String connection, String path) {
            return gateway.send(gateway.request(connection, path)
                    .setHeader("Authorization", authorization)
                    .build());
        }
    }
}
