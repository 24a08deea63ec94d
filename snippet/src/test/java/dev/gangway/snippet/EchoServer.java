package dev.gangway.snippet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// Takes any request, answers with the same body where it is JSON, and keeps what came.
final class EchoServer implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();

    /// @param headers by name in any case
    record Seen(String method, String target, Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of("absent")));
        }
    }

    EchoServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach(headers::put);
        seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
        boolean json =
                headers.getOrDefault("Content-Type", List.of()).toString().contains("json");
        byte[] answer = json ? body : "{}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// The only request since this was last asked.
    Seen only() {
        List<Seen> all = new ArrayList<>();
        seen.drainTo(all);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " requests came");
        }
        return all.getFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
