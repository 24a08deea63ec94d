package dev.gangway.storage;

import static dev.gangway.base.Eventually.happens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeptRowsTest {
    private final Database database = TestDatabase.fresh();
    private final AtomicInteger loads = new AtomicInteger();
    private final KeptRows<Integer, Integer> rows = new KeptRows<>(database, 3, this::load);
    private KeptRows<Integer, Integer> kept = rows;

    @BeforeEach
    void fill() {
        database.run(tx -> tx.execute("create table counter as select id, 0 as value from generate_series(1, 5) id"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_row_is_loaded_once() {
        assertThat(rows.get(1)).contains(0);
        assertThat(rows.get(1)).contains(0);
        assertThat(loads).hasValue(1);
    }

    @Test
    void a_row_that_is_missing_is_looked_for_again() {
        assertThat(rows.get(9)).isEmpty();
        database.run(tx -> tx.execute("insert into counter values (9, 7)"));
        assertThat(rows.get(9)).contains(7);
    }

    @Test
    void a_changed_row_is_loaded_again_and_the_others_are_not() {
        rows.get(1);
        rows.get(2);
        database.run(tx -> count(tx, 1));
        assertThat(rows.get(1)).contains(1);
        assertThat(rows.get(2)).contains(0);
        assertThat(loads).hasValue(3);
    }

    @Test
    void while_a_transaction_changes_a_row_nobody_keeps_it_and_the_others_see_it_as_it_was() throws Exception {
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            database.run(tx -> {
                count(tx, 1);
                assertThat(rows.get(1)).as("its own change").contains(1);
                assertThat(join(others.submit(() -> rows.get(1)))).contains(0);
            });
            assertThat(rows.get(1)).contains(1);
        }
    }

    @Test
    void a_read_that_began_before_the_change_is_not_kept() {
        AtomicBoolean first = new AtomicBoolean(true);
        KeptRows<Integer, Integer> slow = new KeptRows<>(database, 3, id -> {
            Optional<Integer> old = load(id);
            if (first.getAndSet(false)) {
                changedElsewhere(id);
            }
            return old;
        });
        kept = slow;
        assertThat(slow.get(1)).contains(0);
        assertThat(slow.get(1)).contains(1);
    }

    @Test
    void a_change_that_is_rolled_back_leaves_the_row_as_it_was_and_it_is_kept_again() {
        assertThatThrownBy(() -> database.run(tx -> {
                    count(tx, 1);
                    throw new IllegalStateException("back");
                }))
                .hasMessage("back");
        rows.get(1);
        assertThat(rows.get(1)).contains(0);
        assertThat(loads).hasValue(1);
    }

    @Test
    void a_change_whose_commit_is_not_answered_is_read_as_soon_as_PostgreSQL_commits_it() throws Exception {
        database.run(KeptRowsTest::commitsWaitForTheGate);
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
                Handle gate = openGate()) {
            AtomicReference<Connection> connection = new AtomicReference<>();
            Future<Integer> change = others.submit(() -> database.transaction(tx -> {
                connection.set(tx.getConnection());
                return count(tx, 1);
            }));
            happens("its commit waits", () -> commitWaits(gate));
            connection.get().unwrap(PgConnection.class).abort(Runnable::run);
            assertThatThrownBy(change::get).isInstanceOf(ExecutionException.class);
            assertThat(rows.get(1)).as("before the commit").contains(0);
            gate.commit();
            happens("PostgreSQL commits it", () -> load(1).equals(Optional.of(1)));
            assertThat(rows.get(1)).as("after the commit").contains(1);
        }
    }

    private static void commitsWaitForTheGate(Handle tx) {
        tx.execute("""
                create function wait_for_the_gate() returns trigger language plpgsql as
                $$ begin perform pg_advisory_xact_lock(1); return null; end $$""");
        tx.execute("""
                create constraint trigger gate after update on counter deferrable initially deferred
                for each row execute function wait_for_the_gate()""");
    }

    private Handle openGate() {
        Handle gate = database.read(Handle::getJdbi).open();
        gate.begin();
        gate.execute("select pg_advisory_xact_lock(1)");
        return gate;
    }

    private static boolean commitWaits(Handle gate) {
        return gate.createQuery("""
                select exists (
                  select from pg_locks where locktype = 'advisory' and not granted
                     and database = (select oid from pg_database where datname = current_database()))
                """).mapTo(boolean.class).one();
    }

    @Test
    void a_row_that_changes_twice_in_one_transaction_is_kept_after_it() {
        database.run(tx -> {
            count(tx, 1);
            count(tx, 1);
        });
        assertThat(rows.get(1)).contains(2);
        assertThat(rows.get(1)).contains(2);
        assertThat(loads).hasValue(1);
    }

    @Test
    void no_more_are_kept_than_there_is_room_for() {
        IntStream.rangeClosed(1, 5).forEach(rows::get);
        assertThat(rows.size()).isEqualTo(2);
    }

    @Test
    void a_change_is_said_in_the_transaction_that_makes_it() {
        assertThatThrownBy(() -> rows.changes(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_a_load_throws_arrives_and_the_next_one_loads_again() {
        AtomicBoolean first = new AtomicBoolean(true);
        KeptRows<Integer, Integer> failing = new KeptRows<>(database, 3, id -> {
            if (first.getAndSet(false)) {
                throw new IllegalStateException("no answer");
            }
            return load(id);
        });
        assertThatThrownBy(() -> failing.get(1)).hasMessage("no answer");
        assertThat(failing.get(1)).contains(0);
    }

    @Test
    void whoever_was_told_that_a_change_is_committed_reads_it() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> seen = new ArrayList<>();
            for (int writer = 0; writer < 6; writer++) {
                int id = 1 + writer % 2;
                seen.add(callers.submit(() -> IntStream.range(0, 200).allMatch(_ -> {
                    int written = database.transaction(tx -> count(tx, id));
                    return rows.get(id).orElseThrow() >= written;
                })));
                seen.add(callers.submit(() -> risesOnly(id)));
            }
            for (Future<Boolean> fresh : seen) {
                assertThat(fresh.get()).isTrue();
            }
        }
    }

    private boolean risesOnly(int id) {
        int highest = 0;
        for (int look = 0; look < 2_000; look++) {
            int value = rows.get(id).orElseThrow();
            if (value < highest) {
                return false;
            }
            highest = value;
        }
        return true;
    }

    private void changedElsewhere(int id) {
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            join(other.submit(() -> database.transaction(tx -> count(tx, id))));
        }
    }

    private int count(Handle tx, int id) {
        kept.changes(id);
        return tx.createQuery("update counter set value = value + 1 where id = :id returning value")
                .bind("id", id)
                .mapTo(int.class)
                .one();
    }

    private Optional<Integer> load(int id) {
        loads.incrementAndGet();
        return database.read(tx -> tx.createQuery("select value from counter where id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne());
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
