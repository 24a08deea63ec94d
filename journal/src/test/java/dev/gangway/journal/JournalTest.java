package dev.gangway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.DefinitionReader;
import dev.gangway.workflow.Ending;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Reading;
import dev.gangway.workflow.Written;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// What the journal does when nodes die, freeze or disagree.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JournalTest {
    private static final Outcome PAID = new Outcome.Done(Json.parse("{\"status\": 200, \"body\": {\"paid\": true}}"));

    @AutoClose
    private final JournalTestEngine engine = new JournalTestEngine(false);

    private static String call(String url) {
        return "call: http, with: {method: post, endpoint: {uri: '%s', authentication: {use: bank}}}".formatted(url);
    }

    private String start(String rest) {
        return engine.start(Written.definition("flow", rest), Json.object());
    }

    private JsonNode output(String run) {
        return engine.ending(run)
                .map(ending -> ending instanceof Ending.Completed(JsonNode output) ? output : null)
                .orElseThrow(() -> new AssertionError(engine.ending(run).toString()));
    }

    @Test
    void a_call_under_way_when_its_node_dies_is_made_again_with_the_same_key() {
        engine.answers(call -> {
            if (engine.calls().size() == 1) {
                throw new JournalTestEngine.Died();
            }
            return PAID;
        });
        String run = start("do: [{pay: {" + call("https://bank.test/pay") + "}}]");
        assertThat(output(run)).isEqualTo(Json.parse("{\"paid\": true}"));
        assertThat(engine.calls()).hasSize(2);
        assertThat(engine.calls().getFirst().key())
                .isEqualTo(engine.calls().getLast().key());
    }

    @Test
    void a_call_that_its_connection_holds_back_waits_and_is_made_once() {
        AtomicInteger asked = new AtomicInteger();
        engine.held = _ -> asked.incrementAndGet() == 1 ? Optional.of(Duration.ofMinutes(5)) : Optional.empty();
        engine.answers(_ -> PAID);
        String run = start("do: [{pay: {" + call("https://bank.test/pay/once") + "}}]");
        assertThat(engine.calls()).isEmpty();
        assertThat(engine.edits.state(run).orElseThrow().parked()).isEqualTo("allowance");
        engine.pass(Duration.ofMinutes(4));
        assertThat(asked).hasValue(1);
        engine.pass(Duration.ofMinutes(1));
        assertThat(output(run)).isEqualTo(Json.parse("{\"paid\": true}"));
        assertThat(engine.calls()).hasSize(1);
    }

    @Test
    void a_call_that_is_held_back_for_too_long_is_too_late() {
        engine.held = _ -> Optional.of(Duration.ofDays(1));
        String run = start("do: [{pay: {timeout: {after: PT1H}, " + call("https://bank.test/pay") + "}}]");
        engine.pass(Duration.ofHours(1));
        assertThat(engine.ending(run)).containsInstanceOf(Ending.Failed.class);
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void a_call_that_must_not_be_repeated_and_was_under_way_ends_as_unknown() {
        engine.answers(call -> {
            throw new JournalTestEngine.Died();
        });
        String run = start("do: [{pay: {" + call("https://bank.test/once") + "}}]");
        assertThat(engine.calls()).hasSize(1);
        assertThat(engine.ending(run))
                .hasValueSatisfying(ending -> assertThat(ending)
                        .isInstanceOfSatisfying(
                                Ending.Failed.class,
                                failed -> assertThat(failed.error().is(ErrorKind.OUTCOME_UNKNOWN))
                                        .isTrue()));
    }

    @Test
    void an_unknown_outcome_is_caught_and_no_retry_repeats_the_call() {
        engine.answers(call -> {
            throw new JournalTestEngine.Died();
        });
        String run = start("do: [{safely: {try: [{pay: {" + call("https://bank.test/once")
                + "}}], catch: {errors: {with: {type: outcome-unknown}}, retry: {delay: PT1S, limit: {attempt: "
                + "{count: 5}}}, do: [{ask: {set: {look: '${ $error.instance }'}}}]}}}]");
        engine.pass(Duration.ofMinutes(1));
        assertThat(output(run)).isEqualTo(Json.parse("{\"look\": \"/safely/pay\"}"));
        assertThat(engine.calls()).hasSize(1);
    }

    @Test
    void a_node_that_was_frozen_until_another_took_over_writes_nothing() {
        engine.answers(call -> {
            if (engine.calls().size() == 1) { // while this node is in the call, its lease ends, and another finishes
                engine.edits.endLeases();
                engine.anotherNode().step();
                return new Outcome.Done(Json.parse("{\"status\": 200, \"body\": {\"paid\": \"by the frozen one\"}}"));
            }
            return PAID;
        });
        String run = start("do: [{pay: {" + call("https://bank.test/pay") + "}}]");
        assertThat(output(run)).isEqualTo(Json.parse("{\"paid\": true}"));
        assertThat(engine.edits.count("step")).isEqualTo(1);
    }

    @Test
    void a_run_whose_nodes_die_three_times_without_a_step_is_stuck_until_somebody_resumes_it() {
        engine.answers(call -> {
            if (engine.calls().size() <= 3) {
                throw new JournalTestEngine.Died();
            }
            return PAID;
        });
        String run = start("do: [{pay: {" + call("https://bank.test/pay") + "}}]");
        assertThat(engine.calls()).hasSize(3);
        assertThat(engine.edits.state(run)).hasValueSatisfying(row -> {
            assertThat(row.state()).isEqualTo(RunState.STUCK);
            assertThat(row.ending()).contains("Three nodes in a row");
        });
        engine.resume(run);
        assertThat(output(run)).isEqualTo(Json.parse("{\"paid\": true}"));
    }

    @Test
    void a_journal_that_another_definition_wrote_stops_the_run_with_the_difference() {
        String run = start("do: [{kept: {" + call("https://bank.test/pay") + "}}, {nap: {wait: PT1H}}]");
        engine.edits.change("update journal.step set asked = 'other' where position = 0");
        engine.pass(Duration.ofHours(1));
        assertThat(engine.edits.state(run)).hasValueSatisfying(row -> {
            assertThat(row.state()).isEqualTo(RunState.STUCK);
            assertThat(row.ending()).contains("Position 0", "/kept", "https://bank.test/pay");
        });
    }

    @Test
    void a_run_that_is_resumed_before_its_node_has_left_it_goes_on() {
        engine.answers(call -> {
            engine.edits.change("update journal.run set state = 'suspended'");
            return PAID;
        });
        AtomicInteger entries = new AtomicInteger();
        engine.onWritten = () -> {
            if (entries.incrementAndGet() == 2) { // the call and the present instant; next it would sleep
                engine.edits.onlyRun().ifPresent(engine::resumeOnly);
            }
        };
        String run = start("do: [{pay: {" + call("https://bank.test/pay") + "}}, {nap: {wait: PT1S}}]");
        engine.pass(Duration.ofSeconds(1));
        assertThat(output(run)).isEqualTo(Json.parse("{\"paid\": true}"));
    }

    @Test
    void what_a_run_emits_reaches_another_that_listens() {
        String hearer = start("do: [{hear: {listen: {to: {one: {with: {type: paid}}}}}}]");
        engine.start(
                Written.definition("teller", "do: [{tell: {emit: {event: {with: {type: paid, data: 7}}}}}]"),
                Json.object());
        assertThat(output(hearer)).isEqualTo(Json.parse("[7]"));
    }

    @Test
    void a_run_that_listens_for_something_else_keeps_no_event() {
        start("do: [{hear: {listen: {to: {one: {with: {type: paid}}}}}}]");
        engine.send(Json.parse("{\"type\": \"refunded\", \"data\": 1}"));
        assertThat(engine.edits.count("event")).isZero();
    }

    @Test
    void cancelling_a_run_cancels_those_it_waits_for() {
        String run = start("do: [{both: {fork: {branches: [{a: {wait: P1D}}, {b: {wait: P2D}}]}}}]");
        engine.cancel(run);
        assertThat(engine.ending(run)).contains(new Ending.Cancelled());
        assertThat(engine.edits.states()).containsOnly("cancelled");
    }

    @Test
    void the_failure_of_a_run_starts_the_workflow_that_is_named_for_it_once() {
        Definition handler = Written.definition(
                "handler",
                "do: [{told: {set: {what: '${ .error.type }', at: '${ .error.instance }', whose: '${ .input.n }', "
                        + "run: '${ .run }'}}}]");
        engine.knows(handler);
        String rest = "do: [{no: {raise: {error: {type: 'urn:x:no', status: 409}}}}]";
        String run = engine.start(failing(rest, handler), Json.object().put("n", 5));
        assertThat(engine.ending(run)).containsInstanceOf(Ending.Failed.class);
        assertThat(engine.edits.startedBy("failure:" + run))
                .hasSize(1)
                .allSatisfy(handling -> assertThat(output(handling)).isEqualTo(Json.parse("""
                        {"what": "urn:x:no", "at": "/no", "whose": 5, "run": "%s"}
                        """.formatted(run))));
    }

    @Test
    void a_failure_workflow_that_fails_itself_starts_nothing_more() {
        String rest = "do: [{no: {raise: {error: {type: 'urn:x:no', status: 409}}}}]";
        Definition handler = Written.definition("handler", rest);
        engine.knows(handler);
        engine.knows(DefinitionReader.accepted(
                failing(rest, handler).text().replace("name: flow", "name: handler"))); // names itself
        engine.start(failing(rest, handler), Json.object());
        assertThat(engine.edits.count("run")).isEqualTo(2);
    }

    private static Definition failing(String rest, Definition handler) {
        String text =
                Written.text("flow", rest + "\n").replace("  version", "  metadata: {onFailure: handler}\n  version");
        return switch (DefinitionReader.read(text, Written.around(handler))) {
            case Reading.Accepted(Definition definition) -> definition;
            case Reading.Refused refused ->
                throw new AssertionError(refused.flaws().toString());
        };
    }

    @Test
    void an_event_is_forgotten_when_no_run_will_listen_for_it_any_more() {
        String first = start("do: [{hear: {listen: {to: {one: {with: {type: paid}}}}}}]");
        String second = start("do: [{nap: {wait: PT1H}}, {hear: {listen: {to: {one: {with: {type: paid}}}}}}]");
        engine.send(Json.parse("{\"type\": \"paid\", \"data\": 1}"));
        assertThat(output(first)).isEqualTo(Json.parse("[1]"));
        retention().step();
        assertThat(engine.edits.count("event")).isOne();
        engine.pass(Duration.ofHours(1));
        assertThat(output(second)).isEqualTo(Json.parse("[1]"));
        retention().step();
        assertThat(engine.edits.count("event")).isZero();
    }

    @Test
    void a_run_that_stands_still_keeps_no_event_for_ever() {
        start("do: [{nap: {wait: P400D}}, {hear: {listen: {to: {one: {with: {type: paid}}}}}}]");
        engine.send(Json.parse("{\"type\": \"paid\", \"data\": 1}"));
        engine.pass(Duration.ofDays(89));
        retention().step();
        assertThat(engine.edits.count("event")).isOne();
        engine.pass(Duration.ofDays(2));
        retention().step();
        assertThat(engine.edits.count("event")).isZero();
    }

    private Retention retention() {
        return new Retention(engine.database, engine.clock, () -> List.of(WorldId.MAIN), Duration.ofDays(90));
    }

    private static String hears(String who) {
        return "do: [{hear: {listen: {to: {one: {with: {type: paid}, correlate: {who: {from: .data, expect: " + who
                + "}}}}}}}]";
    }

    @Test
    void an_event_wakes_those_that_it_matters_to_and_no_other() {
        String ada = start(hears("ada"));
        String bob = start(hears("bob"));
        long before = engine.edits.epoch(bob);
        engine.send(Json.parse("{\"type\": \"paid\", \"data\": \"ada\"}"));
        assertThat(output(ada)).isEqualTo(Json.parse("[\"ada\"]"));
        assertThat(engine.edits.epoch(bob)).isEqualTo(before);
        engine.send(Json.parse("{\"type\": \"paid\", \"data\": \"bob\"}"));
        assertThat(output(bob)).isEqualTo(Json.parse("[\"bob\"]"));
    }

    @Test
    void an_event_is_found_behind_thousands_that_matter_to_others() {
        String run = start("do: [{nap: {wait: PT1H}}, " + hears("ada").substring("do: [".length()));
        engine.edits.events(2_500, "{\"type\": \"paid\", \"data\": \"bob\"}");
        engine.send(Json.parse("{\"type\": \"paid\", \"data\": \"ada\"}"));
        engine.pass(Duration.ofHours(1));
        assertThat(output(run)).isEqualTo(Json.parse("[\"ada\"]"));
    }

    @Test
    void a_run_hears_nothing_that_was_there_before_it_though_nobody_was_told_yet() {
        start(hears("ada"));
        engine.edits.events(1, "{\"type\": \"paid\", \"data\": \"bob\"}");
        String late = start(hears("bob"));
        assertThat(engine.ending(late)).isEmpty();
        engine.send(Json.parse("{\"type\": \"paid\", \"data\": \"bob\"}"));
        assertThat(output(late)).isEqualTo(Json.parse("[\"bob\"]"));
    }

    @Test
    void what_comes_of_a_step_has_a_bound() {
        engine.answers(call -> new Outcome.Done(Json.object().put("body", "x".repeat(1 << 20))));
        String run = start("do: [{pay: {" + call("https://bank.test/pay") + "}}]");
        assertThat(engine.ending(run))
                .hasValueSatisfying(ending -> assertThat(ending)
                        .isInstanceOfSatisfying(
                                Ending.Failed.class,
                                failed -> assertThat(failed.error().is(ErrorKind.LIMIT))
                                        .isTrue()));
    }
}
