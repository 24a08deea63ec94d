package dev.gangway.sdk;

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
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/// Stands where the gateway is: keeps what comes, and answers as it was told, or with the body that came.
final class GatewayDouble implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

    record Seen(String method, String target, Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of("absent")));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    record Reply(int status, Map<String, String> headers, byte[] body) {
        static Reply json(int status, String body, String... headers) {
            Map<String, String> all = new TreeMap<>(Map.of("Content-Type", "application/json"));
            for (int index = 0; index < headers.length; index += 2) {
                all.put(headers[index], headers[index + 1]);
            }
            return new Reply(status, all, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    GatewayDouble() {
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
        Reply told = replies.poll();
        Reply reply = told == null ? new Reply(200, Map.of("Content-Type", "application/json"), body) : told;
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        if (reply.body().length > 0) {
            exchange.getResponseBody().write(reply.body());
        }
        exchange.close();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// What to answer next, in this order.
    void tell(Reply... next) {
        replies.addAll(List.of(next));
    }

    /// What came since this was last asked.
    List<Seen> seen() {
        List<Seen> all = new ArrayList<>();
        for (Seen one = seen.poll(); one != null; one = seen.poll()) {
            all.add(one);
        }
        replies.clear();
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
