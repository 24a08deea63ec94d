package dev.gangway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.StepKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnderWayTest {
    private static final Outcome DONE = new Outcome.Done(Json.object());
    private static final Duration MOST = Duration.ofSeconds(5);

    private final AtomicLong time = new AtomicLong();
    private final UnderWay calls = new UnderWay(time::get);
    private final CountDownLatch never = new CountDownLatch(1);

    private CompletableFuture<Outcome> begun(String run, boolean repeatable, Supplier<Outcome> doing)
            throws InterruptedException {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> outcome.complete(calls.during(step(run, false), MOST, repeatable, doing)));
        Eventually.happens("the call is under way", () -> !calls.isEmpty() || outcome.isDone());
        return outcome;
    }

    private static StepCaller.Step step(String run, boolean cleaningUp) {
        return new StepCaller.Step(WorldId.MAIN, run, "", StepKind.HTTP, Json.object(), null, cleaningUp);
    }

    private Outcome hangs() {
        try {
            never.await();
            return DONE;
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            return Outcome.failed(ErrorKind.COMMUNICATION, "interrupted");
        }
    }

    private static void isError(Outcome outcome, ErrorKind kind) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error().is(kind)).isTrue());
    }

    @Test
    void what_ends_in_time_is_left_alone() {
        assertThat(calls.during(step("run", false), MOST, true, () -> DONE)).isEqualTo(DONE);
        time.addAndGet(MOST.toNanos() + 1);
        calls.breakOffLate();
        calls.breakOff(List.of("run"));
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void what_takes_too_long_is_broken_off_and_fails_as_late() throws Exception {
        CompletableFuture<Outcome> outcome = begun("run", true, this::hangs);
        time.addAndGet(MOST.toNanos());
        calls.breakOffLate();
        assertThat(outcome).isNotDone();
        time.addAndGet(1);
        calls.breakOffLate();
        isError(outcome.join(), ErrorKind.TIMEOUT);
    }

    @Test
    void of_what_must_not_be_repeated_nobody_knows_then_whether_it_was_done() throws Exception {
        CompletableFuture<Outcome> outcome = begun("run", false, this::hangs);
        time.addAndGet(MOST.toNanos() + 1);
        calls.breakOffLate();
        isError(outcome.join(), ErrorKind.OUTCOME_UNKNOWN);
    }

    @Test
    void the_call_of_a_run_that_is_cancelled_is_broken_off_and_no_other() throws Exception {
        CompletableFuture<Outcome> cancelled = begun("cancelled", true, this::hangs);
        CompletableFuture<Outcome> other = begun("other", true, this::hangs);
        calls.breakOff(List.of("cancelled", "unknown"));
        isError(cancelled.join(), ErrorKind.CANCELLED);
        assertThat(other).isNotDone();
        never.countDown();
        assertThat(other.join()).isEqualTo(DONE);
    }

    @Test
    void that_of_a_run_which_cleans_up_is_not_but_may_still_take_too_long() throws Exception {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> outcome.complete(calls.during(step("run", true), MOST, true, this::hangs)));
        Eventually.happens("the call is under way", () -> !calls.isEmpty());
        calls.breakOff(List.of("run"));
        time.addAndGet(MOST.toNanos() + 1);
        calls.breakOffLate();
        isError(outcome.join(), ErrorKind.TIMEOUT);
    }

    @Test
    void one_that_succeeds_all_the_same_has_succeeded() throws Exception {
        CompletableFuture<Outcome> outcome = begun("run", true, () -> {
            hangs();
            return DONE;
        });
        calls.breakOff(List.of("run"));
        assertThat(outcome.join()).isEqualTo(DONE);
    }

    @Test
    void the_thread_knows_nothing_of_it_afterwards() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            calls.during(step("run", false), MOST, true, this::hangs);
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        Eventually.happens("the call is under way", () -> !calls.isEmpty());
        calls.breakOff(List.of("run"));
        assertThat(interrupted.join()).isFalse();
    }
}
