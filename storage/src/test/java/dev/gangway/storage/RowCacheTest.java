package dev.gangway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.base.Eventually;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowCacheTest {
    private final DatabaseConfig config = TestDatabase.freshConfig("sample");
    private final Database database = Database.open(config, List.of());
    private final RowCache<String> cache = new RowCache<>(database, "sample", 3);
    private final AtomicInteger loads = new AtomicInteger();

    /// Waits until the cache listens: what it hears then for the first time makes it forget everything.
    @BeforeEach
    void listen() throws InterruptedException {
        CountDownLatch listening = new CountDownLatch(1);
        database.listen("sample", payload -> listening.countDown());
        listening.await();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_row_is_loaded_once() {
        assertThat(cache.get("a", row("first"))).contains("first");
        assertThat(cache.get("a", row("second"))).contains("first");
        assertThat(loads).hasValue(1);
    }

    @Test
    void a_row_that_is_missing_is_looked_for_again() {
        assertThat(cache.get("a", Optional::empty)).isEmpty();
        assertThat(cache.get("a", row("born"))).contains("born");
    }

    @Test
    void a_changed_row_is_loaded_again_and_the_others_are_not() {
        cache.get("a", row("old"));
        cache.get("b", row("kept"));
        cache.changed("a");
        assertThat(cache.get("a", row("new"))).contains("new");
        assertThat(cache.get("b", row("new"))).contains("kept");
    }

    @Test
    void a_change_that_is_rolled_back_changes_nothing() {
        cache.get("a", row("old"));
        assertThatThrownBy(() -> database.run(tx -> {
                    cache.changed("a");
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(cache.get("a", row("new"))).contains("old");
    }

    @Test
    void what_a_transaction_loads_is_not_kept_since_it_may_never_be_committed() {
        database.run(tx -> assertThat(cache.get("a", row("uncommitted"))).contains("uncommitted"));
        assertThat(cache.get("a", row("committed"))).contains("committed");
    }

    @Test
    void a_row_that_changes_while_it_is_loaded_is_not_kept() {
        cache.get("a", () -> {
            cache.changed("a");
            return Optional.of("old");
        });
        assertThat(cache.get("a", row("new"))).contains("new");
    }

    @Test
    void when_it_is_full_everything_is_forgotten() {
        List.of("a", "b", "c", "d").forEach(key -> cache.get(key, row("old")));
        assertThat(cache.get("d", row("new"))).contains("old");
        assertThat(cache.get("a", row("new"))).contains("new");
    }

    @Test
    void a_row_that_another_node_changed_is_loaded_again() throws InterruptedException {
        try (Database other = Database.open(config, List.of())) {
            cache.get("a", row("old"));
            new RowCache<String>(other, "sample", 3).changed("a");
            Eventually.happens(
                    "the new row is loaded",
                    () -> cache.get("a", row("new")).filter("new"::equals).isPresent());
        }
    }

    private Supplier<Optional<String>> row(String value) {
        return () -> {
            loads.incrementAndGet();
            return Optional.of(value);
        };
    }
}
