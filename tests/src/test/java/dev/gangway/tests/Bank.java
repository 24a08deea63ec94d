package dev.gangway.tests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// An upstream that has an effect at most once for each `Idempotency-Key`, and counts how often it was asked. Paths
/// below `/flaky` are refused twice for each key before they work; those below `/busy` are put off twice, by a second.
final class Bank implements AutoCloseable {
    private static final int REFUSALS = 2;
    private static final int TAKES = 15; // milliseconds

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, String> effects = new ConcurrentHashMap<>();
    private final Upstream upstream = new Upstream(this::answer);

    private void answer(Upstream.Seen request, OutputStream out) throws IOException {
        String key = request.header("Idempotency-Key").orElseThrow();
        int times = asked.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
        boolean early = times <= REFUSALS;
        boolean refused = early && request.line().contains("/flaky");
        boolean postponed = early && request.line().contains("/busy");
        try {
            Thread.sleep(TAKES);
        } catch (InterruptedException closing) {
            throw new IOException(closing);
        }
        if (!refused && !postponed) {
            effects.putIfAbsent(key, request.line());
        }
        String head = refused ? "503 Later" : postponed ? "429 Busy\r\nRetry-After: 1" : "200 OK";
        String body = refused || postponed ? "{}" : "{\"paid\": true}";
        out.write("HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(head, body.length(), body)
                .getBytes(StandardCharsets.US_ASCII));
    }

    String url() {
        return upstream.url();
    }

    /// Request lines by key.
    Map<String, String> effects() {
        return Map.copyOf(effects);
    }

    int asked(String key) {
        AtomicInteger times = asked.get(key);
        return times == null ? 0 : times.get();
    }

    @Override
    public void close() throws IOException {
        upstream.close();
    }
}
