package dev.gangway.base;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// When keys and tokens were last used: noted in memory on the hot path, written down once a minute. A node that
/// dies loses the last minute of it, and nothing else. Thread-safe.
public final class LastUses implements AutoCloseable {
    private static final Duration WRITE_EVERY = Duration.ofMinutes(1);

    private final String name;
    private final Consumer<List<Use>> write;
    private final Map<Key, Instant> unwritten = new ConcurrentHashMap<>();
    private @Nullable Worker worker;

    /// The latest use of one thing.
    public record Use(WorldId world, String id, Instant at) {}

    private record Key(WorldId world, String id) {}

    /// @param name of the worker, for logs
    /// @param write stores a batch, never an empty one
    public LastUses(String name, Consumer<List<Use>> write) {
        this.name = name;
        this.write = write;
    }

    public void note(WorldId world, String id, Instant at) {
        unwritten.put(new Key(world, id), at);
    }

    public void start() {
        worker = new Worker(name, WRITE_EVERY, () -> {
            writeDown();
            return false;
        });
    }

    private void writeDown() {
        List<Use> uses = new ArrayList<>();
        unwritten.forEach((key, at) -> {
            if (unwritten.remove(key, at)) {
                uses.add(new Use(key.world(), key.id(), at));
            }
        });
        if (!uses.isEmpty()) {
            write.accept(uses);
        }
    }

    /// Writes down what is left.
    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
        writeDown();
    }
}
