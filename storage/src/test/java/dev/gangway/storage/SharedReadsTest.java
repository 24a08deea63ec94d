package dev.gangway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.base.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SharedReadsTest {
    private final Database database = TestDatabase.fresh();
    private final List<List<Integer>> statements = new CopyOnWriteArrayList<>();
    private final SharedReads<Integer, String> reads = new SharedReads<>(database, this::read);
    private final CountDownLatch answering = new CountDownLatch(1);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void one_that_asks_alone_is_answered_alone() {
        answering.countDown();
        assertThat(reads.get(7)).contains("row 7");
        assertThat(reads.get(8)).contains("row 8");
        assertThat(statements).containsExactly(List.of(7), List.of(8));
    }

    @Test
    void a_row_that_is_missing_is_empty() {
        answering.countDown();
        assertThat(reads.get(-1)).isEmpty();
    }

    @Test
    void those_that_ask_while_a_statement_runs_share_the_next() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<String>> first = callers.submit(() -> reads.get(0));
            Eventually.happens("the first statement runs", () -> statements.size() == 1);
            List<Future<Optional<String>>> others = new ArrayList<>();
            IntStream.rangeClosed(1, 100).forEach(key -> others.add(callers.submit(() -> reads.get(key % 50))));
            Eventually.happens("all wait", () -> reads.waiting() == 100);
            answering.countDown();
            assertThat(first.get()).contains("row 0");
            for (int key = 1; key <= 100; key++) {
                assertThat(others.get(key - 1).get()).contains("row " + key % 50);
            }
        }
        assertThat(statements).as("64 at once, no key twice").hasSize(3).allMatch(keys -> keys.size() <= 64);
        assertThat(statements).allSatisfy(keys -> assertThat(keys).doesNotHaveDuplicates());
    }

    @Test
    void what_is_asked_for_later_was_read_later() throws Exception {
        answering.countDown();
        database.run(tx -> tx.execute("create table counter as select 0 as value"));
        SharedReads<Integer, Integer> counter = new SharedReads<>(
                database,
                (tx, keys) -> keys.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                _ -> tx.createQuery("select value from counter")
                                        .mapTo(int.class)
                                        .one())));
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> seen = new ArrayList<>();
            for (int writer = 0; writer < 6; writer++) {
                seen.add(callers.submit(() -> IntStream.range(0, 100).allMatch(_ -> {
                    int written = database.transaction(
                            tx -> tx.createQuery("update counter set value = value + 1 returning value")
                                    .mapTo(int.class)
                                    .one());
                    return counter.get(1).orElseThrow() >= written;
                })));
            }
            for (Future<Boolean> fresh : seen) {
                assertThat(fresh.get()).isTrue();
            }
        }
    }

    @Test
    void what_a_statement_throws_reaches_everybody_who_shared_it_and_nobody_else() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<String>> first = callers.submit(() -> reads.get(0));
            Eventually.happens("the first statement runs", () -> statements.size() == 1);
            List<Future<Optional<String>>> failing =
                    List.of(callers.submit(() -> reads.get(666)), callers.submit(() -> reads.get(1)));
            Eventually.happens("both wait", () -> reads.waiting() == 2);
            answering.countDown();
            assertThat(first.get()).contains("row 0");
            assertThat(failing)
                    .allSatisfy(caller -> assertThatThrownBy(caller::get).hasRootCauseMessage("the statement failed"));
        }
        assertThat(reads.get(1)).contains("row 1");
    }

    @Test
    void inside_a_transaction_one_reads_alone_and_sees_ones_own_changes() {
        SharedReads<Integer, String> own = new SharedReads<>(
                database,
                (tx, keys) -> Map.of(
                        keys.getFirst(),
                        tx.createQuery("select name from born")
                                .mapTo(String.class)
                                .one()));
        database.run(tx -> {
            tx.execute("create table born as select 'mine' as name");
            assertThat(own.get(1)).contains("mine");
        });
    }

    private Map<Integer, String> read(Handle tx, List<Integer> keys) {
        statements.add(keys);
        try {
            answering.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        if (keys.contains(666)) {
            throw new IllegalStateException("the statement failed");
        }
        return keys.stream()
                .filter(key -> key >= 0)
                .collect(Collectors.toMap(Function.identity(), key -> "row " + key));
    }
}
