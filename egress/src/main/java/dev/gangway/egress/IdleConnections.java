package dev.gangway.egress;

import java.io.IOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The idle connections to one upstream, the warmest first.
final class IdleConnections {
    private static final int MOST = 256;

    private final Deque<UpstreamConnection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean closed;

    /// One that can be used again; null when there is none.
    @Nullable
    UpstreamConnection give() {
        for (UpstreamConnection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            count.decrementAndGet();
            if (connection.isUsable()) {
                return connection;
            }
            drop(connection);
        }
        return null;
    }

    void take(UpstreamConnection connection) {
        if (closed || count.get() >= MOST) {
            drop(connection);
        } else {
            count.incrementAndGet();
            idle.addFirst(connection);
        }
    }

    void close() {
        closed = true;
        for (UpstreamConnection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            drop(connection);
        }
    }

    private static void drop(UpstreamConnection connection) {
        try {
            connection.close();
        } catch (IOException alreadyBroken) {
            // as wanted
        }
    }
}
