package dev.gangway.egress;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/// Posts to receivers that nobody vouches for. Each request resolves the host once and dials the address that
/// the guard admitted, uses a connection of its own, follows no redirect, reads at most 32 KiB of head and 1
/// KiB of body, and ends within a time that covers all of it, however slowly the receiver drips.
///
/// Why not a client library: those at hand either resolve names themselves, out of the guard's sight, or bound
/// each read but not the whole, or fail an answer over a header that does not matter here. Thread-safe.
public final class OutboundClient {
    private final EgressGuard guard;
    private final SSLSocketFactory tls;
    private final Duration patience;

    /// @param patience from the look-up of the name to the last byte
    public OutboundClient(EgressGuard guard, Duration patience) {
        this(guard, (SSLSocketFactory) SSLSocketFactory.getDefault(), patience);
    }

    OutboundClient(EgressGuard guard, SSLSocketFactory tls, Duration patience) {
        this.guard = guard;
        this.tls = tls;
        this.patience = patience;
    }

    /// Sends `body` and waits for the outcome.
    ///
    /// @param headers by name, in order; ASCII without line breaks
    /// @throws InterruptedException when the waiting thread is; the request is broken off
    public Outcome post(TargetUrl url, Map<String, String> headers, byte[] body) throws InterruptedException {
        Outcome.Unanswered tooSlow = new Outcome.Unanswered("no answer within " + patience.toMillis() + " ms");
        Exchange exchange = new Exchange(guard, tls, url, request(url, headers, body), tooSlow);
        // A thread of its own, because a look-up of a name can neither be bounded nor interrupted.
        Thread thread = Thread.ofVirtual().name("exchange").start(exchange);
        try {
            thread.join(patience);
            return exchange.outcome();
        } finally {
            exchange.abort();
        }
    }

    private static byte[] request(TargetUrl url, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder("POST " + url.resource() + " HTTP/1.1\r\n");
        append(head, "Host", url.authority());
        headers.forEach((name, value) -> append(head, name, value));
        append(head, "Content-Length", String.valueOf(body.length));
        append(head, "Connection", "close");
        head.append("\r\n");
        ByteArrayOutputStream message = new ByteArrayOutputStream(head.length() + body.length);
        message.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(body);
        return message.toByteArray();
    }

    private static void append(StringBuilder head, String name, String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(name + ": no line breaks");
        }
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
