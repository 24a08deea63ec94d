package dev.gangway.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.gangway.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/// A receiver of webhooks on this machine that keeps what it got.
final class WebhookReceiver implements AutoCloseable {
    /// What a sender that was killed had claimed is free after its lease.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// One request that came in.
    record Received(byte[] bytes, String verification, String deliveryId, String eventId) {
        JsonNode body() {
            return Json.parse(bytes);
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            received.add(new Received(
                    exchange.getRequestBody().readAllBytes(),
                    exchange.getRequestHeaders().getFirst("Plaid-Verification"),
                    exchange.getRequestHeaders().getFirst("Gangway-Delivery-Id"),
                    exchange.getRequestHeaders().getFirst("Gangway-Event-Id")));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /// Waits until what came in satisfies `enough`.
    List<Received> await(Predicate<List<Received>> enough) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!enough.test(received())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not enough webhooks: "
                        + received().stream().map(Received::body).toList());
            }
            Thread.sleep(Duration.ofMillis(20));
        }
        return received();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
