package dev.gangway.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.allowance.Allowances.Call;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AllowancesTest {
    private static final Limits ONE_A_SECOND = new Limits(60, null);
    private static final Limits TWO_AT_ONCE = new Limits(null, 2);

    @AutoClose
    private final Database database = TestDatabase.fresh("allowance");

    private final SettableClock clock = new SettableClock();
    private final Allowances allowances = new Allowances(database, clock);
    private final Allowances otherNode = new Allowances(database, clock);

    private static Call call(String id, Limits limits) {
        return new Call(WorldId.MAIN, "plaid", limits, id);
    }

    @Test
    void without_limits_every_call_goes_and_leaves_nothing_behind() {
        assertThat(allowances.enter(call("a", Limits.NONE))).isEmpty();
        assertThat(passes()).isZero();
    }

    @Test
    void calls_are_spread_out_over_all_nodes() {
        assertThat(allowances.enter(call("a", ONE_A_SECOND))).isEmpty();
        assertThat(otherNode.enter(call("b", ONE_A_SECOND))).contains(Duration.ofSeconds(1));
        assertThat(allowances.enter(call("c", ONE_A_SECOND))).contains(Duration.ofSeconds(2));
    }

    @Test
    void a_turn_is_kept_however_often_and_wherever_one_asks() {
        allowances.enter(call("a", ONE_A_SECOND));
        allowances.enter(call("b", ONE_A_SECOND));
        assertThat(otherNode.enter(call("b", ONE_A_SECOND))).contains(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(otherNode.enter(call("b", ONE_A_SECOND))).isEmpty();
    }

    @Test
    void one_who_does_not_come_back_takes_no_turn() {
        allowances.enter(call("a", ONE_A_SECOND));
        assertThat(allowances.enterNow(call("b", ONE_A_SECOND))).contains(Duration.ofSeconds(1));
        assertThat(allowances.enter(call("c", ONE_A_SECOND))).contains(Duration.ofSeconds(1));
    }

    @Test
    void a_pause_saves_up_a_second_and_no_more() {
        Limits fiveASecond = new Limits(300, null);
        allowances.enter(call("first", fiveASecond));
        clock.advance(Duration.ofHours(1));
        List<Optional<Duration>> answers = IntStream.range(0, 6)
                .mapToObj(each -> allowances.enter(call("later-" + each, fiveASecond)))
                .toList();
        assertThat(answers.subList(0, 5)).containsOnly(Optional.empty());
        assertThat(answers.get(5)).contains(Duration.ofMillis(200));
    }

    @Test
    void no_more_than_the_places_are_under_way_at_once() {
        assertThat(allowances.enter(call("a", TWO_AT_ONCE))).isEmpty();
        assertThat(otherNode.enter(call("b", TWO_AT_ONCE))).isEmpty();
        assertThat(allowances.enter(call("c", TWO_AT_ONCE))).isPresent();
        otherNode.leave(call("b", TWO_AT_ONCE));
        assertThat(allowances.enter(call("c", TWO_AT_ONCE))).isEmpty();
        assertThat(allowances.enter(call("d", TWO_AT_ONCE))).isPresent();
    }

    @Test
    void the_more_wait_for_a_place_the_more_seldom_each_asks() {
        IntStream.range(0, 2).forEach(each -> allowances.enter(call("under-way-" + each, TWO_AT_ONCE)));
        Optional<Duration> first = allowances.enter(call("waiting-0", TWO_AT_ONCE));
        IntStream.range(1, 100).forEach(each -> allowances.enter(call("waiting-" + each, TWO_AT_ONCE)));
        assertThat(first).contains(Duration.ofMillis(100));
        assertThat(allowances.enter(call("waiting-0", TWO_AT_ONCE))).contains(Duration.ofMillis(5_100));
    }

    @Test
    void a_place_whose_process_died_is_free_again_after_two_minutes() {
        IntStream.range(0, 2).forEach(each -> allowances.enter(call("lost-" + each, TWO_AT_ONCE)));
        clock.advance(Duration.ofSeconds(119));
        assertThat(allowances.enter(call("a", TWO_AT_ONCE))).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(allowances.enter(call("a", TWO_AT_ONCE))).isEmpty();
    }

    @Test
    void one_that_asks_again_while_it_is_under_way_needs_no_second_place() {
        allowances.enter(call("a", TWO_AT_ONCE));
        allowances.enter(call("a", TWO_AT_ONCE));
        assertThat(allowances.enter(call("b", TWO_AT_ONCE))).isEmpty();
    }

    @Test
    void a_turn_that_nobody_came_for_is_forgotten() {
        allowances.enter(call("a", ONE_A_SECOND));
        allowances.leave(call("a", ONE_A_SECOND));
        allowances.enter(call("gone", ONE_A_SECOND));
        clock.advance(Duration.ofMinutes(11));
        allowances.enter(call("b", ONE_A_SECOND));
        allowances.leave(call("b", ONE_A_SECOND));
        assertThat(passes()).isZero();
    }

    @Test
    void a_hundred_at_once_never_get_more_than_the_places() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Duration>>> answers = new ArrayList<>();
            for (int each = 0; each < 100; each++) {
                Allowances node = each % 2 == 0 ? allowances : otherNode;
                String id = "call-" + each;
                answers.add(callers.submit(() -> node.enter(call(id, TWO_AT_ONCE))));
            }
            int gone = 0;
            for (Future<Optional<Duration>> answer : answers) {
                gone += answer.get().isEmpty() ? 1 : 0;
            }
            assertThat(gone).isEqualTo(2);
        }
    }

    @Test
    void connections_do_not_count_for_each_other() {
        allowances.enter(call("a", ONE_A_SECOND));
        assertThat(allowances.enter(new Call(WorldId.MAIN, "stripe", ONE_A_SECOND, "b")))
                .isEmpty();
        assertThat(allowances.enter(new Call(new WorldId("other"), "plaid", ONE_A_SECOND, "c")))
                .isEmpty();
    }

    private int passes() {
        return database.read(tx -> tx.createQuery("select count(*) from allowance.pass")
                .mapTo(int.class)
                .one());
    }
}
