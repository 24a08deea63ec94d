package dev.gangway.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Interventions.Action;
import dev.gangway.journal.Interventions.Wish;
import dev.gangway.journal.Run;
import dev.gangway.journal.RunStep;
import dev.gangway.journal.RunTask;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.DefinitionReader;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Written;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs on Temporal are looked at, and stepped into, like those that the journal keeps itself.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TemporalRunsTest {
    @AutoClose
    private static final TemporalTestEngine ENGINE = new TemporalTestEngine(100, 60);

    @BeforeEach
    void begin() {
        ENGINE.anew();
    }

    private static String pay(String name) {
        return """
                {%1$s: {call: http, with: {method: post, endpoint: {uri: 'https://bank.test/%1$s', \
                authentication: {use: bank}}}}}""".formatted(name);
    }

    private static String start(String... tasks) {
        return ENGINE.start(definition(tasks), Json.object());
    }

    private static Definition definition(String... tasks) {
        return Written.definition("flow", "do: [" + String.join(", ", tasks) + "]");
    }

    private static Wish wish(String run, @Nullable String path) {
        return new Wish(WorldId.MAIN, run, path, "because", TemporalTestEngine.ADA);
    }

    private static void act(String run, Action action) {
        ENGINE.workflows.interventions().act(wish(run, null), action);
        ENGINE.settle();
    }

    private static List<String> called() {
        return ENGINE.calls().stream()
                .map(call -> call.arguments().path("url").asText().replaceAll(".*/", ""))
                .toList();
    }

    private static List<RunStep> steps(String run) {
        return ENGINE.workflows.steps(WorldId.MAIN, run, 0, 100);
    }

    private static void refuses(String name) {
        ENGINE.answers(call -> call.arguments().path("url").asText().endsWith(name)
                ? Outcome.failed(ErrorKind.COMMUNICATION, "down")
                : new Outcome.Done(Json.parse("{\"status\": 200, \"body\": {\"paid\": true}}")));
    }

    private static JsonNode works() {
        refuses("nothing");
        return Json.parse("{\"paid\": true}");
    }

    @Test
    void a_run_tells_what_it_did_and_what_it_waits_for() {
        JsonNode paid = works();
        String run = start(pay("a"), "{nap: {wait: PT1H}}");
        Run waiting = ENGINE.run(run);
        assertThat(waiting.engine()).isEqualTo("temporal");
        assertThat(waiting.waitsFor()).isEqualTo("sleep");
        assertThat(waiting.waitsAt()).isEqualTo("/nap");
        assertThat(waiting.dueAt()).isNotNull();
        assertThat(steps(run)).extracting(RunStep::path).containsExactly("/a", "/nap");
        assertThat(ENGINE.workflows.tasks(WorldId.MAIN, run, 100))
                .extracting(RunTask::path, RunTask::output)
                .containsExactly(tuple("/a", paid), tuple("/nap", null));
    }

    @Test
    void what_a_run_did_stays_on_record_when_it_has_ended() {
        works();
        String run = start(pay("a"), "{nap: {wait: PT1H}}");
        List<RunStep> before = steps(run);
        ENGINE.pass(Duration.ofHours(1));
        assertThat(ENGINE.run(run).state()).isEqualTo("completed");
        assertThat(steps(run)).hasSize(3).startsWith(before.toArray(RunStep[]::new));
    }

    @Test
    void a_suspended_run_hands_its_journal_back_and_goes_on_from_there() {
        works();
        String run = start(pay("a"), "{nap: {wait: PT1H}}", pay("b"));
        act(run, Action.SUSPEND);
        assertThat(steps(run)).extracting(RunStep::path).containsExactly("/a", "/nap");
        ENGINE.pass(Duration.ofHours(2));
        assertThat(ENGINE.run(run).state()).isEqualTo("suspended");
        act(run, Action.RESUME);
        assertThat(ENGINE.run(run).state()).isEqualTo("completed");
        assertThat(called()).containsExactly("a", "b");
    }

    @Test
    void events_that_came_while_it_was_suspended_are_not_lost_and_none_is_heard_twice() {
        String hear = "{listen: {to: {one: {with: {type: paid}}}}}";
        String run = start("{first: " + hear + "}", "{second: " + hear + "}");
        ENGINE.send(Json.parse("{\"type\": \"paid\", \"data\": 1}"));
        act(run, Action.SUSPEND);
        ENGINE.send(Json.parse("{\"type\": \"paid\", \"data\": 2}"));
        act(run, Action.RESUME);
        assertThat(ENGINE.run(run).output()).isEqualTo(Json.parse("[2]"));
    }

    @Test
    void the_step_that_a_run_waits_in_can_be_completed_and_no_other() {
        String run = start("{hear: {listen: {to: {one: {with: {type: paid}}}}}}", pay("b"));
        assertThatThrownBy(() -> ENGINE.workflows.interventions().skip(wish(run, "/b")))
                .isInstanceOf(ProblemException.class);
        ENGINE.workflows
                .interventions()
                .complete(wish(run, "/hear"), Json.array().add(IntNode.valueOf(7)));
        ENGINE.settle();
        assertThat(ENGINE.run(run).state()).isEqualTo("completed");
        assertThat(steps(run).getFirst().done()).isEqualTo(Json.parse("[{\"data\": 7}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "instructed"})
    void a_decision_outlives_a_process_that_dies_before_Temporal_hears_of_it(String last) {
        works();
        String run = start("{hear: {listen: {to: {one: {with: {type: paid}}}}}}", pay("b"));
        int lost = ENGINE.losing.lost();
        ENGINE.dyingAfter = last::equals;
        ENGINE.workflows.interventions().complete(wish(run, "/hear"), Json.array());
        ENGINE.settle();
        ENGINE.dyingAfter = _ -> false;
        assertThat(ENGINE.losing.lost()).isGreaterThan(lost);
        assertThat(ENGINE.run(run).state()).isEqualTo("completed");
        assertThat(called()).containsExactly("b");
    }

    @Test
    void a_step_that_was_skipped_is_done_when_the_run_begins_again_from_there() {
        works();
        String run = start("{nap: {wait: PT1H}}", "{again: {wait: PT1H}}");
        ENGINE.workflows.interventions().skip(wish(run, "/nap"));
        ENGINE.settle();
        assertThat(ENGINE.run(run).waitsAt()).isEqualTo("/again");
        act(run, Action.SUSPEND);
        ENGINE.workflows.interventions().restart(wish(run, "/nap"));
        ENGINE.settle();
        assertThat(ENGINE.run(run).waitsAt()).isEqualTo("/nap");
    }

    @Test
    void a_failed_run_is_retried_from_the_step_that_failed() {
        refuses("b");
        String run = start(pay("a"), pay("b"), pay("c"));
        assertThat(ENGINE.run(run).state()).isEqualTo("failed");
        works();
        act(run, Action.RETRY);
        assertThat(ENGINE.run(run).state()).isEqualTo("completed");
        assertThat(called()).containsExactly("a", "b", "b", "c");
        assertThat(ENGINE.calls().get(1).key()).isEqualTo(ENGINE.calls().get(2).key());
    }

    @Test
    void a_branch_that_failed_is_retried_with_the_run_that_started_it() {
        refuses("b");
        String run = start("{both: {fork: {branches: [" + pay("a") + ", " + pay("b") + "]}}}");
        assertThat(ENGINE.run(run).state()).isEqualTo("failed");
        works();
        act(run, Action.RETRY);
        assertThat(ENGINE.run(run).state()).isEqualTo("completed");
        assertThat(called()).filteredOn("b"::equals).hasSize(2);
    }

    @Test
    void a_run_begins_again_from_a_step_on() {
        works();
        String run = start(pay("a"), pay("b"), "{nap: {wait: PT1H}}");
        assertThatThrownBy(() -> ENGINE.workflows.interventions().restart(wish(run, "/b")))
                .hasMessageContaining("suspend it first");
        act(run, Action.SUSPEND);
        ENGINE.workflows.interventions().restart(wish(run, "/b"));
        ENGINE.settle();
        assertThat(called()).containsExactly("a", "b", "b");
        assertThat(ENGINE.run(run).waitsAt()).isEqualTo("/nap");
    }

    @Test
    void a_run_moves_to_a_version_that_its_journal_fits_and_is_stuck_with_another() {
        works();
        String run = start(pay("a"), "{nap: {wait: PT1H}}", pay("b"));
        ENGINE.knows(definition(pay("a"), "{nap: {wait: PT1H}}", pay("c")));
        move(run);
        assertThat(ENGINE.run(run).waitsAt()).isEqualTo("/nap");
        ENGINE.knows(definition(pay("x"), "{nap: {wait: PT1H}}", pay("c")));
        move(run);
        assertThat(ENGINE.run(run).trouble()).contains("Position 0 of the journal is HTTP at /a");
        ENGINE.knows(definition(pay("a"), "{nap: {wait: PT1H}}", pay("c")));
        move(run);
        ENGINE.pass(Duration.ofHours(1));
        assertThat(ENGINE.run(run).state()).isEqualTo("completed");
        assertThat(called()).containsExactly("a", "c");
    }

    private static void move(String run) {
        String newest = ENGINE.workflows.definition(WorldId.MAIN, "flow").version();
        ENGINE.workflows.interventions().move(wish(run, null), newest);
        ENGINE.settle();
    }

    @Test
    void a_long_run_goes_on_with_a_new_history_and_does_nothing_twice() {
        works();
        String run = start("{each: {for: {each: n, in: '${ [range(50)] }'}, do: [" + pay("a") + "]}}");
        assertThat(ENGINE.run(run).state()).isEqualTo("completed");
        assertThat(called()).hasSize(50);
        assertThat(steps(run)).hasSize(50);
        assertThat(ENGINE.history(run).getEvents()).hasSizeLessThan(100);
    }

    @Test
    void a_call_that_may_have_been_made_and_must_not_be_repeated_is_not_made_after_a_wait_either() {
        AtomicInteger looks = new AtomicInteger();
        ENGINE.held = () -> switch (looks.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("the process dies here");
            case 2 -> Optional.of(Duration.ofSeconds(1));
            default -> Optional.empty();
        };
        String run = start(pay("a"));
        ENGINE.pass(Duration.ofMinutes(1));
        assertThat(String.valueOf(ENGINE.run(run).error())).contains("outcome-unknown");
        assertThat(called()).isEmpty();
    }

    @Test
    void a_failed_run_starts_its_failure_workflow_there_too() {
        refuses("a");
        ENGINE.knows(Written.definition("cleanup", "do: [{told: {set: {error: '${ .error.detail }'}}}]"));
        Definition definition = Written.definition("flow", "do: [" + pay("a") + "]");
        Definition failing = withFailure(definition);
        String run = ENGINE.start(failing, Json.object());
        assertThat(ENGINE.run(run).state()).isEqualTo("failed");
        assertThat(ENGINE.newest("cleanup").output()).isEqualTo(Json.parse("{\"error\": \"down\"}"));
        assertThat(ENGINE.newest("cleanup").engine()).isEqualTo("temporal");
    }

    private static Definition withFailure(Definition plain) {
        String text =
                plain.text().replace("  version: '1.0.0'\n", "  version: '1.0.0'\n  metadata: {onFailure: cleanup}\n");
        return DefinitionReader.accepted(text);
    }
}
