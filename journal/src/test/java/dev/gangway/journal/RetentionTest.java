package dev.gangway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Written;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RetentionTest {
    @AutoClose
    private final JournalTestEngine engine = new JournalTestEngine(false);

    private final Retention retention =
            new Retention(engine.database, engine.clock, () -> List.of(WorldId.MAIN), Duration.ofDays(90));

    private void start(String name, String rest, Definition... others) {
        engine.start(Written.definition(name, rest, others), Json.object());
    }

    private void tidy() {
        boolean more;
        do {
            more = retention.step();
        } while (more);
    }

    @Test
    void runs_go_with_their_journals_ninety_days_after_their_end_and_not_before() {
        start(
                "short",
                "do: [{look: {call: http, with: {method: get, endpoint: {uri: 'https://a.test', authentication: {use: bank}}}}}]");
        engine.clock.advance(Duration.ofDays(89));
        tidy();
        assertThat(engine.edits.count("run")).isEqualTo(1);
        assertThat(engine.edits.count("step")).isPositive();
        engine.clock.advance(Duration.ofDays(2));
        tidy();
        assertThat(engine.edits.count("run")).isZero();
        assertThat(engine.edits.count("step")).isZero();
    }

    @Test
    void what_waits_for_years_stays() {
        start("long", "do: [{wait: {wait: {days: 700}}}]");
        engine.clock.advance(Duration.ofDays(600));
        tidy();
        assertThat(engine.edits.count("run")).isEqualTo(1);
    }

    @Test
    void a_run_that_another_started_goes_after_that_one() {
        start(
                "family",
                "do: [{both: {fork: {branches: [{a: {set: {x: 1}}}, {b: {set: {x: 2}}}]}}}, {wait: {wait: {days: 100}}}]");
        engine.clock.advance(Duration.ofDays(99));
        tidy();
        assertThat(engine.edits.count("run")).as("the parent still waits").isEqualTo(3);
        engine.pass(Duration.ofDays(2));
        engine.clock.advance(Duration.ofDays(91));
        tidy();
        assertThat(engine.edits.count("run")).isZero();
    }

    @Test
    void a_definition_that_was_removed_goes_with_the_last_run_of_it() {
        start("gone", "do: [{wait: {wait: {days: 50}}}]");
        engine.database.run(
                tx -> new DefinitionStore().remove(tx, WorldId.MAIN, "gone", engine.clock.now(WorldId.MAIN)));
        engine.pass(Duration.ofDays(51));
        engine.clock.advance(Duration.ofDays(50));
        tidy();
        assertThat(engine.edits.count("definition")).as("its run is kept").isEqualTo(1);
        engine.clock.advance(Duration.ofDays(50));
        tidy();
        assertThat(engine.edits.count("definition")).isZero();
    }
}
