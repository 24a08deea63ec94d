package dev.gangway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What becomes of a run that is cancelled, whatever engine keeps it.
abstract class CancellationContractTest extends ContractTest {
    @Test
    void cancelling_wakes_a_run_and_lets_it_clean_up() {
        String run = start(
                "do: [{careful: {try: [{nap: {wait: P1D}}], catch: {errors: {with: {type: cancelled}}, "
                        + "do: [{pay: {" + CALL + "}}}]}}}]",
                "{}");
        engine.cancel(run);
        assertThat(engine.calls()).hasSize(1);
        assertThat(engine.ending(run)).isEqualTo(Optional.of(new Ending.Cancelled()));
    }

    /// A run that is cancelled while it naps.
    private String cancelled(String cleaning, String around) {
        String careful = "{careful: {try: [{nap: {wait: P1D}}], catch: {errors: {with: {type: cancelled}}, do: ["
                + cleaning + "]}}}";
        String run = start(around.formatted(careful), "{}");
        engine.cancel(run);
        return run;
    }

    @Test
    void cleaning_up_may_take_five_minutes() {
        String run = cancelled("{nap: {wait: PT4M}}, {pay: {" + CALL + "}}}", "do: [%s]");
        engine.pass(Duration.ofMinutes(4).plus(engine.grain()));
        assertThat(engine.calls()).hasSize(1);
        assertThat(engine.ending(run)).isEqualTo(Optional.of(new Ending.Cancelled()));
    }

    @Test
    void cleaning_up_is_broken_off_after_five_minutes_and_the_run_says_so() {
        String run = cancelled("{nap: {wait: PT6M}}, {pay: {" + CALL + "}}}", "do: [%s]");
        engine.pass(Duration.ofMinutes(5).plus(engine.grain()));
        assertThat(error(run).is(ErrorKind.TIMEOUT)).isTrue();
        assertThat(error(run).instance()).isEqualTo("/careful/catch/nap");
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void cleaning_up_that_fails_does_not_undo_the_cancellation() {
        String run = cancelled(
                "{no: {raise: {error: {type: 'urn:x:no', status: 409}}}}",
                "do: [{outer: {try: [%s], catch: {do: [{on: {set: {a: 1}}}]}}}, {pay: {" + CALL + "}}}]");
        assertThat(error(run).type()).isEqualTo("urn:x:no");
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void cleaning_up_may_end_early_and_those_around_clean_up_too() {
        String run = cancelled(
                "{off: {set: {}, then: end}}, {no: {raise: {error: {type: 'urn:x:no', status: 409}}}}",
                "do: [{outer: {try: [%s], catch: {errors: {with: {type: cancelled}}, do: [{pay: {" + CALL + "}}}]}}}]");
        assertThat(engine.calls()).hasSize(1);
        assertThat(engine.ending(run)).isEqualTo(Optional.of(new Ending.Cancelled()));
    }
}
