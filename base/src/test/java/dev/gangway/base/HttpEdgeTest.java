package dev.gangway.base;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HttpEdgeTest {
    private static final int LIMIT = 1_000; // bytes
    private static final RouteTable TABLE = () -> List.of(
            new Route("POST", "/echo", "echo", Access.ANYONE, r -> Answer.bytes(200, "text/plain", r.body())),
            new Route("GET", "/things/{thing}", "readThing", Access.READ, r -> Answer.ok(r.path("thing"))),
            new Route("DELETE", "/things/{thing}", "deleteThing", Access.WRITE, r -> Answer.noContent()),
            new Route("GET", "/bug", "bug", Access.ANYONE, r -> {
                throw new IllegalStateException("select secret from vault");
            }),
            new Route(
                    "GET",
                    "/stream",
                    "stream",
                    Access.ANYONE,
                    r -> Answer.stream("text/plain", out -> {
                        for (int line = 0; line < 10_000; line++) {
                            out.write("0123456789".getBytes(StandardCharsets.UTF_8));
                        }
                    })));
    private static final Authenticator TOKENS = bearer -> switch (bearer.reveal()) {
        case "reader" -> Optional.of(new Caller("token:reader", false));
        case "writer" -> Optional.of(new Caller("token:writer", true));
        default -> Optional.empty();
    };

    private static HttpEdge edge;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        EdgeConfig config = new EdgeConfig(
                "127.0.0.1", 0, LIMIT, Duration.ofSeconds(1), Duration.ofMinutes(1), Set.of("127.0.0.1"));
        edge = HttpEdge.start(
                config,
                List.of(TABLE),
                List.of(),
                ErrorStyle.PROBLEM_JSON,
                ErrorStyle.PROBLEM_JSON,
                TOKENS,
                RequestObserver.NONE);
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void every_answer_carries_a_request_id_of_15_letters_and_digits() throws Exception {
        assertThat(send("POST", "/echo", "hello").headers().firstValue("x-request-id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9A-Za-z]{15}"));
    }

    @Test
    void a_body_comes_through_whole() throws Exception {
        assertThat(send("POST", "/echo", "hello").body()).isEqualTo("hello");
        assertThat(send("POST", "/echo", "").body()).isEmpty();
    }

    @Test
    void a_body_over_the_limit_is_refused_as_a_problem_whether_its_length_is_told_or_not() throws Exception {
        String large = "x".repeat(LIMIT + 1);
        assertProblem(send("POST", "/echo", large), 413, "BODY_TOO_LARGE");
        HttpRequest chunked = request("/echo")
                .POST(BodyPublishers.ofInputStream(() -> stream(large)))
                .build();
        assertProblem(client.send(chunked, BodyHandlers.ofString()), 413, "BODY_TOO_LARGE");
    }

    @Test
    void an_unknown_path_is_not_found_and_another_method_is_told_which_ones_there_are() throws Exception {
        assertProblem(send("GET", "/nowhere", ""), 404, "NOT_FOUND");
        HttpResponse<String> wrong = send("POST", "/things/1", "");
        assertProblem(wrong, 405, "METHOD_NOT_ALLOWED");
        assertThat(wrong.headers().firstValue("Allow")).hasValue("DELETE, GET");
    }

    @Test
    void a_route_that_needs_a_token_says_what_is_wrong_with_the_one_it_got() throws Exception {
        assertProblem(send("GET", "/things/1", ""), 401, "TOKEN_MISSING");
        assertProblem(with("nobody", "GET"), 401, "TOKEN_UNKNOWN");
        assertProblem(with("reader", "DELETE"), 403, "TOKEN_READ_ONLY");
        assertThat(with("reader", "GET").body()).isEqualTo("\"1\"");
        assertThat(with("writer", "DELETE").statusCode()).isEqualTo(204);
    }

    @Test
    void a_nul_in_a_path_or_a_query_is_refused() throws Exception {
        assertProblem(send("GET", "/things/%00", ""), 400, "REQUEST_INVALID");
        assertProblem(send("GET", "/things/1?name=%00", ""), 400, "REQUEST_INVALID");
    }

    @Test
    void a_bug_is_answered_without_its_message() throws Exception {
        HttpResponse<String> answer = send("GET", "/bug", "");
        assertProblem(answer, 500, "INTERNAL");
        assertThat(answer.body()).doesNotContain("vault");
    }

    @Test
    void a_streamed_answer_arrives_whole() throws Exception {
        assertThat(send("GET", "/stream", "").body()).hasSize(100_000);
    }

    @Test
    void another_name_in_the_host_header_is_refused() throws Exception {
        assertThat(raw("GET /things/1 HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("allowed-hosts");
    }

    @Test
    void bytes_that_are_not_http_get_an_answer_of_ours() throws Exception {
        assertThat(raw("POST /echo HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n")).contains("application/problem+json");
        assertThat(raw("GET /a b c\r\n\r\n")).startsWith("HTTP/1.1 4");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Json.parse(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("request_id").asText())
                .isEqualTo(answer.headers().firstValue("x-request-id").orElseThrow());
    }

    private static HttpResponse<String> with(String token, String method) throws Exception {
        HttpRequest request = request("/things/1")
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        return client.send(
                request(path).method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + path));
    }

    private static InputStream stream(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.setSoTimeout(60_000);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
