package dev.gangway.storage;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Rows kept in memory by a text key until some node says that they changed: every node forgets them well within
/// a second. Rows that do not exist are not kept, so that guessed keys take no memory. Thread-safe.
///
/// @param <V> what is kept of a row; immutable
public final class RowCache<V> {
    private final Database database;
    private final String channel;
    private final int most;
    private final Map<String, V> rows = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();

    /// @param channel the NOTIFY channel of this cache, the same on every node and of no other cache
    /// @param most how many rows are kept; past that all are forgotten, and those in use are soon back
    public RowCache(Database database, String channel, int most) {
        this.database = database;
        this.channel = channel;
        this.most = most;
        database.listen(channel, this::forget);
    }

    /// The row under `key`, from memory or through `load`; empty when there is none. Inside a transaction, what
    /// was loaded is not kept: it may never be committed.
    public Optional<V> get(String key, Supplier<Optional<V>> load) {
        V known = rows.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        long before = forgotten.get();
        Optional<V> row = load.get();
        if (!database.isInTransaction()) {
            row.ifPresent(loaded -> keep(key, loaded, before));
        }
        return row;
    }

    /// Makes every node forget the row under `key`, once the surrounding transaction commits.
    public void changed(String key) {
        database.publish(channel, key);
        database.afterCommit(() -> forget(key)); // this node need not wait for its own notification
    }

    /// A change may be told between reading the old row and keeping it; then it must not stay.
    private void keep(String key, V row, long before) {
        if (rows.size() >= most) {
            rows.clear();
        }
        rows.put(key, row);
        if (forgotten.get() != before) {
            rows.remove(key);
        }
    }

    /// @param key empty when changes may have been missed
    private void forget(String key) {
        forgotten.incrementAndGet();
        if (key.isEmpty()) {
            rows.clear();
        } else {
            rows.remove(key);
        }
    }
}
