package dev.gangway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Stands in for a running Gangway: answers what it was told to, in turn, and keeps what it was asked.
final class FakeServer implements AutoCloseable {
    static final String TOKEN = "gwt_7Hq2LmZx9KcT1nWb6YhDp3RvS8tUaE5gJ0iNfQyB";

    /// One request as it arrived.
    ///
    /// @param line method, path and query
    /// @param authorization that header; null when absent
    /// @param body as text
    record Asked(String line, @Nullable String authorization, String body) {}

    private record Prepared(int status, String contentType, String body, int lengthAnnounced) {}

    private static final int NO_BODY = -1;
    private static final Prepared UNPREPARED = new Prepared(500, "text/plain", "nothing prepared", 0);

    private final HttpServer server;
    private final Queue<Prepared> answers = new ArrayDeque<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    FakeServer answers(int status, String json) {
        return answers(status, "application/json", json);
    }

    FakeServer answers(int status, String contentType, String body) {
        int length = body.getBytes(UTF_8).length;
        answers.add(new Prepared(status, contentType, body, length == 0 ? NO_BODY : length));
        return this;
    }

    /// Announces more than it sends, then hangs up.
    void breaksOffAfter(String body) {
        answers.add(new Prepared(200, "application/x-ndjson", body, 1000));
    }

    FakeServer refuses(int status, String code, String detail, boolean retryable) {
        return answers(status, "application/problem+json", """
                {"type":"urn:gangway:problem:x","title":"No","status":%d,"detail":"%s","code":"%s",\
                "retryable":%b,"request_id":"4vXq2mZr8KcT1nW"}""".formatted(status, detail, code, retryable));
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /// The only request, as `METHOD target body`.
    String onlyRequest() {
        if (asked.size() != 1) {
            throw new AssertionError("expected one request, got " + asked);
        }
        Asked only = asked.getFirst();
        return only.body().isEmpty() ? only.line() : only.line() + " " + only.body();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Runs a command line against this server.
    Outcome run(String... arguments) {
        return Outcome.of(Map.of("GANGWAY_URL", url(), "GANGWAY_TOKEN", TOKEN), arguments);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Prepared prepared = answers.isEmpty() ? UNPREPARED : answers.remove();
        exchange.getResponseHeaders().set("Content-Type", prepared.contentType());
        exchange.sendResponseHeaders(prepared.status(), prepared.lengthAnnounced());
        try (var out = exchange.getResponseBody()) {
            out.write(prepared.body().getBytes(UTF_8));
            out.flush();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
