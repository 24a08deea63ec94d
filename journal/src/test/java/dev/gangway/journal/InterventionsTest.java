package dev.gangway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Actor;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Interventions.Action;
import dev.gangway.journal.Interventions.Wish;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Ending;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Written;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InterventionsTest {
    private static final Outcome BROKEN = Outcome.failed(ErrorKind.COMMUNICATION, "broken");
    private static final Actor ADA = new Actor("token:ada", "req");

    @AutoClose
    private final JournalTestEngine engine = new JournalTestEngine(false);

    private final Interventions interventions = engine.interventions();

    @BeforeEach
    void everythingIsFine() {
        answering("nowhere", BROKEN);
    }

    private static String call(String name) {
        return "{%s: {call: http, with: {method: post, endpoint: {uri: 'https://bank.test/%s', authentication: {use: bank}}}}}"
                .formatted(name, name);
    }

    private String start(String rest) {
        return engine.start(Written.definition("flow", rest), Json.object());
    }

    private static Wish wish(String run, @Nullable String path) {
        return new Wish(WorldId.MAIN, run, path, "the bank said so", ADA);
    }

    private void answering(String url, Outcome outcome) {
        engine.answers(step -> step.arguments().path("url").asText().endsWith(url)
                ? outcome
                : new Outcome.Done(Json.parse("{\"status\": 200, \"body\": \"fine\"}")));
    }

    private JsonNode output(String run) {
        engine.settle();
        return engine.ending(run)
                .map(ending -> ending instanceof Ending.Completed(JsonNode output) ? output : null)
                .orElseThrow(() -> new AssertionError(engine.ending(run).toString()));
    }

    private static void refused(Runnable action, ErrorCode code, String words) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code))
                .hasMessageContaining(words);
    }

    @Nested
    class Cancelling {
        @Test
        void a_stuck_run_ends_it_and_those_that_it_started() {
            String run = start("do: [%s, {both: {fork: {branches: [{slow: {do: [{nap: {wait: P1D}}, %s]}}]}}}]"
                    .formatted(call("before"), call("later")));
            engine.edits.change("update journal.step set asked = 'other' where position = 0");
            engine.edits.change("update journal.run set due_at = started_at where parent_id is null");
            engine.settle();
            assertThat(engine.edits.state(run).orElseThrow().state()).isEqualTo(RunState.STUCK);
            interventions.act(wish(run, null), Action.CANCEL);
            engine.settle();
            assertThat(engine.ending(run)).containsInstanceOf(Ending.Cancelled.class);
            engine.pass(Duration.ofDays(2));
            assertThat(engine.calls()).as("but for the one before").hasSize(1);
        }

        @Test
        void a_run_that_is_stuck_while_it_cleans_up_waits_for_a_person_and_then_ends() {
            String run = start("do: [{nap: {wait: P1D}}]");
            engine.edits.change("update journal.run set cancelling = true, takeovers = 3, due_at = started_at");
            engine.settle();
            assertThat(engine.edits.state(run).orElseThrow().state()).isEqualTo(RunState.STUCK);
            interventions.act(wish(run, null), Action.CANCEL);
            engine.settle();
            assertThat(engine.ending(run)).containsInstanceOf(Ending.Cancelled.class);
        }
    }

    @Nested
    class Retrying {
        @Test
        void makes_the_step_that_failed_again_and_none_before_it() {
            answering("pay", BROKEN);
            String run = start("do: [%s, %s, {last: {set: {paid: true}}}]".formatted(call("before"), call("pay")));
            everythingIsFine();
            interventions.act(wish(run, null), Action.RETRY);
            assertThat(output(run)).isEqualTo(Json.parse("{\"paid\": true}"));
            assertThat(urls()).containsExactly("before", "pay", "pay");
        }

        @Test
        void a_run_that_ended_with_an_error_of_its_own_keeps_all_that_it_did() {
            String run = start(
                    "do: [%s, {no: {raise: {error: {type: 'urn:x:no', status: 409}}}}]".formatted(call("before")));
            interventions.act(wish(run, null), Action.RETRY);
            engine.settle();
            assertThat(engine.ending(run)).containsInstanceOf(Ending.Failed.class);
            assertThat(urls()).containsExactly("before");
        }

        private List<String> urls() {
            return engine.calls().stream()
                    .map(made -> made.arguments().path("url").asText().replace("https://bank.test/", ""))
                    .toList();
        }
    }

    @Nested
    class Completing {
        @Test
        void the_step_that_failed_takes_its_output_as_if_it_had_been_made() {
            answering("pay", BROKEN);
            String run = start("do: [%s, %s, {last: {set: {paid: '${ . }'}}}]".formatted(call("before"), call("pay")));
            interventions.complete(wish(run, "/pay"), Json.parse("{\"receipt\": 7}"));
            assertThat(output(run)).isEqualTo(Json.parse("{\"paid\": {\"receipt\": 7}}"));
            assertThat(engine.calls()).as("neither step was made again").hasSize(2);
        }

        @Test
        void the_wait_for_an_event_hands_the_events_over() {
            String run = start("do: [{hear: {listen: {to: {one: {with: {type: paid}}}}}}]");
            interventions.complete(wish(run, "/hear"), Json.parse("[{\"amount\": 5}]"));
            assertThat(output(run)).isEqualTo(Json.parse("[{\"amount\": 5}]"));
        }

        @Test
        void a_fork_stops_its_branches_and_gives_them_their_outputs() {
            String run = start("do: [{both: {fork: {branches: [{a: {wait: P1D}}, {b: {wait: P2D}}]}}}]");
            interventions.complete(wish(run, "/both"), Json.parse("[1, 2]"));
            assertThat(output(run)).isEqualTo(Json.parse("[1, 2]"));
            assertThat(engine.edits.states()).containsExactlyInAnyOrder("completed", "cancelled", "cancelled");
        }

        @Test
        void a_step_of_a_branch_lets_the_whole_run_go_on() {
            answering("pay", BROKEN);
            String run = start("do: [{both: {fork: {branches: [%s, {b: {set: {b: 1}}}]}}}]".formatted(call("pay")));
            String branch = run + ".0.0";
            String path = engine.edits.lastPath(branch);
            interventions.complete(wish(branch, path), Json.parse("\"by hand\""));
            assertThat(output(run)).isEqualTo(Json.parse("[\"by hand\", {\"b\": 1}]"));
        }

        @Test
        void another_step_than_the_one_is_refused_and_leaves_no_trace() {
            answering("pay", BROKEN);
            String run = start("do: [%s, %s]".formatted(call("before"), call("pay")));
            refused(
                    () -> interventions.complete(wish(run, "/before"), Json.object()),
                    ErrorCode.STATE_CONFLICT,
                    "did not fail at /before");
            assertThat(interventions.list(WorldId.MAIN, run)).isEmpty();
            assertThat(engine.ending(run)).containsInstanceOf(Ending.Failed.class);
        }

        @Test
        void an_output_has_a_bound() {
            String run = start("do: [{nap: {wait: P1D}}]");
            refused(
                    () -> interventions.complete(
                            wish(run, "/nap"), Json.object().put("large", "x".repeat(1 << 18))),
                    ErrorCode.REQUEST_INVALID,
                    "output: at most 256 KiB");
        }

        @Test
        void what_a_run_does_not_wait_for_is_refused() {
            String run = start("do: [{nap: {wait: P1D}}, %s]".formatted(call("pay")));
            refused(
                    () -> interventions.complete(wish(run, "/pay"), Json.object()),
                    ErrorCode.STATE_CONFLICT,
                    "does not wait at /pay");
        }
    }

    @Nested
    class Skipping {
        @Test
        void a_sleep_ends_it_at_once() {
            String run = start("do: [{nap: {wait: P30D}}, %s]".formatted(call("after")));
            interventions.skip(wish(run, "/nap"));
            assertThat(output(run)).isEqualTo(Json.parse("\"fine\""));
        }

        @Test
        void a_step_to_come_of_a_suspended_run_waits_until_the_run_asks_for_it() {
            String run = start("do: [{nap: {wait: PT1H}}, %s]".formatted(call("pay")));
            interventions.act(wish(run, null), Action.SUSPEND);
            interventions.skip(wish(run, "/pay"));
            assertThat(interventions.list(WorldId.MAIN, run).getLast().pending())
                    .isTrue();
            interventions.act(wish(run, null), Action.RESUME);
            engine.pass(Duration.ofHours(1));
            assertThat(output(run).isNull()).isTrue();
            assertThat(engine.calls()).isEmpty();
            assertThat(interventions.list(WorldId.MAIN, run)).noneMatch(Intervention::pending);
        }
    }

    @Nested
    class Suspending {
        @Test
        void holds_the_branches_of_a_run_too_and_those_of_the_branches_until_it_is_resumed() {
            String run = start(("do: [{both: {fork: {branches: [{slow: {do: [{nap: {wait: PT1H}}, %s]}}, "
                            + "{deep: {fork: {branches: [{slower: {do: [{nap: {wait: PT2H}}, %s]}}]}}}]}}}]")
                    .formatted(call("a"), call("b")));
            interventions.act(wish(run, null), Action.SUSPEND);
            assertThat(engine.edits.states()).containsOnly("suspended");
            engine.pass(Duration.ofDays(1));
            assertThat(engine.calls()).isEmpty();
            interventions.act(wish(run, null), Action.RESUME);
            engine.settle();
            assertThat(engine.calls()).hasSize(2);
            assertThat(engine.ending(run)).containsInstanceOf(Ending.Completed.class);
        }

        @Test
        void a_step_that_the_workflow_does_not_have_cannot_be_skipped() {
            String run = start("do: [{nap: {wait: PT1H}}, %s]".formatted(call("pay")));
            interventions.act(wish(run, null), Action.SUSPEND);
            refused(
                    () -> interventions.skip(wish(run, "/nope")),
                    ErrorCode.STATE_CONFLICT,
                    "its workflow has no task at /nope");
        }
    }

    @Nested
    class Restarting {
        @Test
        void does_everything_again_from_there_and_nothing_before() {
            String run = start("do: [%s, %s, {nap: {wait: P1D}}]".formatted(call("before"), call("pay")));
            interventions.restart(wish(run, "/pay"));
            engine.settle();
            engine.pass(Duration.ofDays(1));
            assertThat(output(run)).isEqualTo(Json.parse("\"fine\""));
            assertThat(engine.calls())
                    .extracting(step -> step.arguments().path("url").asText())
                    .containsExactly("https://bank.test/before", "https://bank.test/pay", "https://bank.test/pay");
        }

        @Test
        void a_completed_run_begins_its_branches_anew() {
            String run = start("do: [{both: {fork: {branches: [%s, %s]}}}]".formatted(call("a"), call("b")));
            assertThat(engine.calls()).hasSize(2);
            interventions.restart(wish(run, "/both"));
            assertThat(output(run)).isEqualTo(Json.parse("[\"fine\", \"fine\"]"));
            assertThat(engine.calls()).hasSize(4);
        }

        @Test
        void where_nothing_was_done_is_refused() {
            String run = start("do: [{nap: {wait: P1D}}]");
            refused(() -> interventions.restart(wish(run, "/pay")), ErrorCode.NOT_FOUND, "did nothing at /pay");
        }
    }

    @Nested
    class Moving {
        private final Definition longer =
                Written.definition("flow", "do: [%s, {nap: {wait: P1D}}, %s]".formatted(call("before"), call("added")));

        @Test
        void to_a_version_that_begins_alike_goes_on_with_it() {
            engine.knows(longer);
            String run = start("do: [%s, {nap: {wait: P1D}}]".formatted(call("before")));
            interventions.move(wish(run, null), longer.version());
            engine.pass(Duration.ofDays(1));
            assertThat(output(run)).isEqualTo(Json.parse("\"fine\""));
            assertThat(engine.calls()).hasSize(2);
        }

        @Test
        void to_one_that_differs_before_leaves_the_run_stuck_until_it_is_restarted_from_there() {
            engine.knows(longer);
            String run = start("do: [%s, {nap: {wait: P1D}}]".formatted(call("other")));
            interventions.move(wish(run, null), longer.version());
            engine.settle();
            assertThat(engine.edits.states()).containsExactly("stuck");
            interventions.restart(wish(run, "/other"));
            engine.settle();
            engine.pass(Duration.ofDays(1));
            assertThat(output(run)).isEqualTo(Json.parse("\"fine\""));
        }

        @Test
        void to_one_that_does_not_exist_is_refused() {
            String run = start("do: [{nap: {wait: P1D}}]");
            refused(
                    () -> interventions.move(wish(run, null), "0".repeat(64)),
                    ErrorCode.NOT_FOUND,
                    "flow has no version");
        }
    }

    @Test
    void who_did_what_and_why_is_on_record() {
        String run = start("do: [{nap: {wait: P1D}}]");
        interventions.act(wish(run, null), Action.SUSPEND);
        interventions.act(wish(run, null), Action.RESUME);
        interventions.skip(wish(run, "/nap"));
        engine.settle();
        assertThat(interventions.list(WorldId.MAIN, run))
                .extracting(Intervention::action, Intervention::path, Intervention::who, Intervention::reason)
                .containsExactly(
                        tuple("suspend", null, "token:ada", "the bank said so"),
                        tuple("resume", null, "token:ada", "the bank said so"),
                        tuple("skip", "/nap", "token:ada", "the bank said so"));
    }

    @Test
    void a_run_that_a_node_is_at_work_on_keeps_its_course() {
        engine.answers(_ -> {
            String run = engine.edits.onlyRun().orElseThrow();
            refused(() -> interventions.restart(wish(run, "/pay")), ErrorCode.STATE_CONFLICT, "is at work");
            return new Outcome.Done(Json.parse("{\"status\": 200, \"body\": \"fine\"}"));
        });
        assertThat(output(start("do: [%s]".formatted(call("pay"))))).isEqualTo(Json.parse("\"fine\""));
    }
}
