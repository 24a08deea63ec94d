package dev.gangway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Entry;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.RunInfo;
import dev.gangway.workflow.Written;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RetracingTest {
    private static final JsonNode INPUT = Json.parse("{\"n\": 1}");
    private static final Definition FLOW = Written.definition("flow", """
            do:
              - first: {set: {n: '${ .n + 1 }'}}
              - not: {if: '${ .n > 9 }', set: {n: 0}}
              - each: {for: {each: it, in: '${ [7, 8] }'}, do: [{add: {set: {n: '${ .n + $it }'}}}]}
              - nap: {wait: PT1H}
              - ask: {call: http, with: {method: get, endpoint: {uri: 'https://bank.test/', authentication: {use: bank}}}}
              - last: {set: {done: '${ . }'}}
            """);

    @AutoClose
    private final JournalTestEngine engine = new JournalTestEngine(false);

    private List<RunTask> tasks(String run) {
        List<Recorded> recorded = engine.database.read(tx -> new StepStore().journal(tx, WorldId.MAIN, run));
        RunInfo info = new RunInfo(run, INPUT, engine.clock.now(WorldId.MAIN));
        return Retracing.tasks(FLOW, Entry.whole(INPUT), info, recorded);
    }

    @Test
    void tasks_that_leave_nothing_in_the_journal_are_seen_with_what_they_got_and_passed_on() {
        String run = engine.start(FLOW, INPUT);
        assertThat(tasks(run))
                .extracting(RunTask::path)
                .containsExactly("/first", "/each", "/each[0]/add", "/each[1]/add", "/nap");
        assertThat(tasks(run).get(3)).satisfies(task -> {
            assertThat(task.input()).isEqualTo(Json.parse("{\"n\": 9}"));
            assertThat(task.output()).isEqualTo(Json.parse("{\"n\": 17}"));
        });
        assertThat(tasks(run).getLast().output()).as("it waits").isNull();
    }

    @Test
    void nothing_is_done_again_and_an_end_is_the_end() {
        engine.answers(_ -> new Outcome.Done(Json.parse("{\"status\": 200, \"body\": {\"paid\": true}}")));
        String run = engine.start(FLOW, INPUT);
        engine.pass(Duration.ofHours(1));
        int steps = engine.edits.count("step");
        assertThat(tasks(run).getLast())
                .isEqualTo(new RunTask(
                        "/last", Json.parse("{\"paid\": true}"), Json.parse("{\"done\": {\"paid\": true}}")));
        assertThat(engine.calls()).hasSize(1);
        assertThat(engine.edits.count("step")).isEqualTo(steps);
    }

    @Test
    void a_journal_of_another_definition_is_followed_as_far_as_it_agrees() {
        String run = engine.start(FLOW, INPUT);
        engine.edits.change("update journal.step set asked = repeat('0', 32)");
        assertThat(tasks(run)).extracting(RunTask::path).endsWith("/nap");
    }

    @Test
    void a_wait_took_as_long_as_the_run_waited() {
        String run = engine.start(FLOW, INPUT);
        engine.pass(Duration.ofMinutes(90));
        List<RunStep> steps = engine.database.read(tx -> new RunViewStore().steps(tx, WorldId.MAIN, run, 0, 9));
        assertThat(steps)
                .filteredOn(step -> step.kind().equals("sleep"))
                .singleElement()
                .satisfies(step -> assertThat(Duration.between(step.begunAt(), step.endedAt()))
                        .isEqualTo(Duration.ofMinutes(90)));
    }
}
