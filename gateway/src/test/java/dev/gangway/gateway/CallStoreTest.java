package dev.gangway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CallStoreTest {
    private static final WorldId WORLD = new WorldId("main");
    private static final WorldId OTHER = new WorldId("other");
    private static final Instant FIRST = Instant.parse("2026-11-28T21:00:00.123456Z");

    @AutoClose
    private final Database database = TestDatabase.fresh("gateway");

    private final CallStore store = new CallStore();

    /// The nth, a minute after the one before.
    private static CallRecord call(WorldId world, int nth, @Nullable Integer status, @Nullable String body) {
        return call(world, nth, "token:tok_1", status, body);
    }

    private static CallRecord call(
            WorldId world, int nth, String caller, @Nullable Integer status, @Nullable String body) {
        return new CallRecord(
                world,
                0,
                FIRST.plus(Duration.ofMinutes(nth)),
                caller,
                "req_" + nth,
                "harbour-sandbox",
                "harbour",
                "readFile",
                "GET",
                "api.harbour.example",
                "/files/" + nth,
                status,
                status == null ? "no answer" : null,
                10,
                20,
                300,
                200,
                null,
                null,
                body);
    }

    private static CallRecord call(WorldId world, int nth) {
        return call(world, nth, 200, null);
    }

    private void insert(CallRecord... calls) {
        database.run(tx -> store.insert(tx, List.of(calls)));
    }

    private List<CallRecord> list(WorldId world) {
        return database.read(tx -> store.list(tx, world, CallFilter.ALL, Long.MAX_VALUE, 100));
    }

    private int prune(WorldId world, int before, int limit) {
        return database.transaction(tx -> store.prune(tx, world, FIRST.plus(Duration.ofMinutes(before)), limit));
    }

    @Test
    void a_call_is_read_as_it_was_written_the_newest_first() {
        CallRecord failed = call(WORLD, 1, null, null);
        CallRecord answered = call(WORLD, 2, 201, "{\"name\": \"a\\b\t\u00e9\"}");
        insert(failed, answered);
        assertThat(list(WORLD))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(answered, failed);
    }

    @Test
    void calls_of_several_worlds_come_together_and_are_told_apart() {
        insert(call(WORLD, 1), call(OTHER, 2), call(WORLD, 3));
        assertThat(list(WORLD)).extracting(CallRecord::requestId).containsExactly("req_3", "req_1");
        assertThat(list(OTHER)).extracting(CallRecord::requestId).containsExactly("req_2");
    }

    @Test
    void those_that_are_too_old_are_pruned_a_few_at_a_time_and_no_others() {
        insert(IntStream.range(0, 6).mapToObj(nth -> call(WORLD, nth)).toArray(CallRecord[]::new));
        insert(call(OTHER, 0));
        assertThat(prune(WORLD, 4, 3)).isEqualTo(3);
        assertThat(prune(WORLD, 4, 3)).isEqualTo(1);
        assertThat(prune(WORLD, 4, 3)).isZero();
        assertThat(list(WORLD)).extracting(CallRecord::requestId).containsExactly("req_5", "req_4");
        assertThat(list(OTHER)).hasSize(1);
    }

    @Test
    void a_run_s_are_those_of_its_branches_too_and_of_no_other_run() {
        List<String> callers = List.of(
                "run:run_a", "run:run_ab", "run:run_a.3.0", "run:run_a.3.1.7.0", "run:run_b", "token:run:run_a");
        for (String caller : callers) {
            insert(call(WORLD, callers.indexOf(caller), caller, 200, null));
        }
        CallFilter ofTheRun = new CallFilter(null, null, "run:run_a", null, false);
        List<CallRecord> calls = database.read(tx -> store.list(tx, WORLD, ofTheRun, Long.MAX_VALUE, 100));
        assertThat(calls)
                .extracting(CallRecord::caller)
                .containsExactly("run:run_a.3.1.7.0", "run:run_a.3.0", "run:run_a");
        List<Long> ids = database.read(tx -> store.ids(tx, WORLD, ofTheRun, 2));
        assertThat(ids).hasSize(2).isSortedAccordingTo(Comparator.reverseOrder());
    }
}
