package dev.gangway.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Rows by key, many with one statement: those asked for while a statement runs go together in the next one. Each
/// caller sees what was committed before it asked, as if it had asked alone. Thread-safe.
///
/// No thread of its own: of those that wait, the first reads for all.
///
/// @param <K> a key with value equality
/// @param <V> what is made of a row
public final class SharedReads<K, V> {
    private static final int AT_ONCE = 64; // keys in one statement

    private final Database database;
    private final BiFunction<Handle, List<K>, Map<K, V>> read;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Asker<K, V>> waiting = new ArrayDeque<>();
    private boolean reading;

    /// @param read the rows that exist among the keys; one statement
    public SharedReads(Database database, BiFunction<Handle, List<K>, Map<K, V>> read) {
        this.database = database;
        this.read = read;
    }

    /// The row under `key`; empty when there is none. Inside a transaction it is read alone, and as that sees it.
    ///
    /// @throws RuntimeException what the statement threw, at everybody who shared it
    public Optional<V> get(K key) {
        if (database.isInTransaction()) {
            return Optional.ofNullable(rows(List.of(key)).get(key));
        }
        Asker<K, V> asker = new Asker<>(key);
        if (isFirst(asker) || asker.mustRead.join()) {
            readForAll();
        }
        return asker.answer();
    }

    private boolean isFirst(Asker<K, V> asker) {
        lock.lock();
        try {
            waiting.add(asker);
            boolean first = !reading;
            reading = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /// By the first of those that wait.
    private void readForAll() {
        List<Asker<K, V>> askers = next();
        try {
            Map<K, V> rows =
                    rows(askers.stream().map(asker -> asker.key).distinct().toList());
            askers.forEach(asker -> asker.tell(() -> Optional.ofNullable(rows.get(asker.key))));
        } catch (RuntimeException failed) {
            askers.forEach(asker -> asker.tell(() -> {
                throw failed;
            }));
        } catch (Error failed) {
            askers.forEach(asker -> asker.tell(() -> {
                throw failed;
            }));
        } finally {
            passOn();
        }
    }

    private List<Asker<K, V>> next() {
        lock.lock();
        try {
            List<Asker<K, V>> askers = new ArrayList<>();
            while (askers.size() < AT_ONCE && !waiting.isEmpty()) {
                askers.add(waiting.remove());
            }
            return askers;
        } finally {
            lock.unlock();
        }
    }

    private void passOn() {
        lock.lock();
        try {
            reading = !waiting.isEmpty();
            if (reading) {
                waiting.element().mustRead.complete(true);
            }
        } finally {
            lock.unlock();
        }
    }

    /// How many wait for the statement that runs to end.
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private Map<K, V> rows(List<K> keys) {
        return database.read(tx -> read.apply(tx, keys));
    }

    /// One that waits until it is told what it asked for, or that it is its turn to read.
    private static final class Asker<K, V> {
        private final K key;
        private final CompletableFuture<Boolean> mustRead = new CompletableFuture<>();
        private Supplier<Optional<V>> answer = Optional::empty;

        Asker(K key) {
            this.key = key;
        }

        void tell(Supplier<Optional<V>> told) {
            answer = told;
            mustRead.complete(false);
        }

        Optional<V> answer() {
            return answer.get();
        }
    }
}
