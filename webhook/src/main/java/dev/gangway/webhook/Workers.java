package dev.gangway.webhook;

import dev.gangway.base.Worker;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The background work of this room, once it is started.
final class Workers implements AutoCloseable {
    private static final Duration OTHER_NODES = Duration.ofSeconds(1); // their events and retries are found by asking
    private static final Duration GATHERING = Duration.ofMillis(10); // events that come meanwhile are one batch
    private static final Duration JUDGING = Duration.ofSeconds(5);
    private static final Duration PRUNING = Duration.ofMinutes(10);

    private volatile @Nullable Running running;

    void start(BooleanSupplier publish, BooleanSupplier dispatch, BooleanSupplier judge, BooleanSupplier prune) {
        running = new Running(
                new Worker("webhook-publisher", OTHER_NODES, GATHERING, publish),
                new Worker("webhook-dispatcher", OTHER_NODES, dispatch),
                new Worker("webhook-rejections", JUDGING, judge),
                new Worker("webhook-pruning", PRUNING, prune));
    }

    /// There may be unpublished events.
    void wakePublisher() {
        Running current = running;
        if (current != null) {
            current.publisher.wake();
        }
    }

    /// There may be due deliveries, or free slots.
    void wakeDispatcher() {
        Running current = running;
        if (current != null) {
            current.dispatcher.wake();
        }
    }

    @Override
    public void close() {
        Running current = running;
        if (current != null) {
            List.of(current.publisher, current.dispatcher, current.rejections, current.pruning)
                    .forEach(Worker::close);
        }
    }

    private record Running(Worker publisher, Worker dispatcher, Worker rejections, Worker pruning) {}
}
