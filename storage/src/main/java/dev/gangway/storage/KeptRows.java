package dev.gangway.storage;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows kept in memory by the only process that changes them. A read is never older than the last change that was
/// committed before it began: while a transaction changes a row, and until it has ended, nobody keeps it. A row whose
/// change was in doubt, because its commit was not answered, is never kept again: every read asks for it.
///
/// Not for several nodes on one database, which do not hear of each other in time; [RowCache] is, for rows that may be
/// a second late. Thread-safe.
///
/// @param <K> a key with value equality
/// @param <V> what is made of a row; immutable
public final class KeptRows<K, V> {
    private final Database database;
    private final Function<K, Optional<V>> load;
    private final int most;
    private final ConcurrentMap<K, State<V>> states = new ConcurrentHashMap<>();

    /// @param load the row as it is committed; those that do not exist are not kept
    /// @param most how many rows are kept; past that all are forgotten, and those in use are soon back
    public KeptRows(Database database, int most, Function<K, Optional<V>> load) {
        this.database = database;
        this.load = load;
        this.most = most;
    }

    /// The row under `key`; empty when there is none. Inside a transaction it is read as that sees it, and not kept.
    public Optional<V> get(K key) {
        if (database.isInTransaction()) {
            return load.apply(key);
        }
        State<V> state = states.get(key);
        if (state instanceof Kept<V>(V row)) {
            return Optional.of(row);
        }
        return state == null ? loaded(key) : load.apply(key);
    }

    /// Keeps what it loads when no change of the row began meanwhile: a change takes the place of `loading`.
    private Optional<V> loaded(K key) {
        makeRoom();
        Loading<V> loading = new Loading<>();
        if (states.putIfAbsent(key, loading) != null) {
            return load.apply(key); // somebody else keeps it
        }
        Optional<V> row = Optional.empty();
        try {
            row = load.apply(key);
            return row;
        } finally {
            row.map(Kept::new)
                    .ifPresentOrElse(kept -> states.replace(key, loading, kept), () -> states.remove(key, loading));
        }
    }

    private void makeRoom() {
        if (states.size() >= most) {
            states.values().removeIf(Kept.class::isInstance);
        }
    }

    /// Says that the current transaction is about to change the row, or has just locked it for that.
    ///
    /// @throws IllegalStateException outside a transaction
    public void changes(K key) {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("a row is changed in a transaction");
        }
        states.merge(key, new Changing<>(1), KeptRows::onceMore);
        database.afterEnd(() -> states.computeIfPresent(key, (_, state) -> onceLess(state)));
    }

    private static <V> State<V> onceMore(State<V> before, State<V> first) {
        return before instanceof Changing<V>(int transactions) ? new Changing<>(transactions + 1) : first;
    }

    private static <V> @Nullable State<V> onceLess(State<V> before) {
        return before instanceof Changing<V>(int transactions) && transactions > 1
                ? new Changing<>(transactions - 1)
                : null;
    }

    /// How many rows are kept.
    int size() {
        return (int) states.values().stream().filter(Kept.class::isInstance).count();
    }

    private sealed interface State<V> {}

    private record Kept<V>(V row) implements State<V> {}

    /// @param transactions that are about to change the row, and did not end yet
    private record Changing<V>(int transactions) implements State<V> {}

    /// One per reader: it equals no other.
    private static final class Loading<V> implements State<V> {}
}
