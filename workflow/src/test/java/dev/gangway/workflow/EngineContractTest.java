package dev.gangway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Json;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// What a run does, whatever engine keeps it. Each engine extends this.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class EngineContractTest extends CancellationContractTest {
    @Test
    void a_call_gets_what_expressions_yield_and_its_body_is_the_output() {
        engine.answers(call -> new Outcome.Done(Json.parse("{\"status\": 200, \"body\": {\"paid\": true}}")));
        String run = start("do: [{pay: {" + CALL + ", body: {sum: '${ .price * 2 }'}}}}]", "{\"price\": 21}");
        assertThat(output(run)).isEqualTo(Json.parse("{\"paid\": true}"));
        assertThat(engine.calls()).hasSize(1);
        assertThat(engine.calls().getFirst().arguments()).isEqualTo(Json.parse("""
                {"method": "POST", "url": "https://bank.test/pay", "body": {"sum": 42}, "connection": "bank"}"""));
    }

    @Test
    void tasks_follow_one_another_and_export_to_the_context() {
        String run = start("""
                do:
                  - first: {set: {a: 1}, export: {as: '${ {kept: .a} }'}}
                  - second: {set: {b: '${ .a + $context.kept + $workflow.input.c }'}}
                output: {as: '${ .b }'}
                """, "{\"c\": 5}");
        assertThat(output(run).intValue()).isEqualTo(7);
    }

    @Test
    void a_switch_leads_on_and_back() {
        String run = start("""
                do:
                  - more: {set: {n: '${ .n + 1 }'}}
                  - enough: {switch: [{yes: {when: .n >= 3, then: end}}, {no: {then: more}}]}
                """, "{\"n\": 0}");
        assertThat(output(run)).isEqualTo(Json.parse("{\"n\": 3}"));
    }

    @Test
    void a_loop_takes_turns_each_with_a_key_of_its_own() {
        start(
                "do: [{all: {for: {each: one, in: '${ .list }'}, do: [{pay: {" + CALL + ", body: '${ $one }'}}}]}}]",
                "{\"list\": [7, 8]}");
        assertThat(engine.calls())
                .extracting(call -> call.arguments().get("body").intValue())
                .containsExactly(7, 8);
        assertThat(engine.calls()).extracting(TestEngine.Called::key).doesNotHaveDuplicates();
    }

    @Test
    void a_wait_is_never_short() {
        String run = start("do: [{nap: {wait: P20D}}]", "{}");
        engine.pass(Duration.ofDays(20).minus(engine.grain()));
        assertThat(engine.ending(run)).isEmpty();
        engine.pass(engine.grain());
        assertThat(engine.ending(run)).isPresent();
    }

    @Test
    void an_event_that_correlates_ends_listening_and_others_do_not() {
        String run = start("""
                do:
                  - hear:
                      listen:
                        to: {one: {with: {type: enabled}, correlate: {who: {from: .data.who, expect: '${ .who }'}}}}
                """, "{\"who\": \"ada\"}");
        engine.send(event("disabled", "{\"who\": \"ada\"}"));
        engine.send(event("enabled", "{\"who\": \"bob\"}"));
        assertThat(engine.ending(run)).isEmpty();
        engine.send(event("enabled", "{\"who\": \"ada\"}"));
        assertThat(output(run)).isEqualTo(Json.parse("[{\"who\": \"ada\"}]"));
    }

    @Test
    void an_event_that_came_before_anyone_listened_is_not_lost_and_is_consumed_once() {
        String run = start("""
                do:
                  - nap: {wait: PT1H}
                  - hear: {listen: {to: {one: {with: {type: paid}}}}}
                  - again: {listen: {to: {one: {with: {type: paid}}}}}
                """, "{}");
        engine.send(event("paid", "1"));
        engine.pass(Duration.ofHours(1));
        assertThat(engine.ending(run)).isEmpty();
        engine.send(event("paid", "2"));
        assertThat(output(run)).isEqualTo(Json.parse("[2]"));
    }

    @Test
    void listening_to_all_takes_an_event_for_each_filter() {
        String run = start("do: [{hear: {listen: {to: {all: [{with: {type: a}}, {with: {type: b}}]}}}}]", "{}");
        engine.send(event("b", "1"));
        assertThat(engine.ending(run)).isEmpty();
        engine.send(event("a", "2"));
        assertThat(output(run)).isEqualTo(Json.parse("[1, 2]"));
    }

    @Test
    void a_deadline_ends_listening_with_a_timeout_that_can_be_caught() {
        String run = start("""
                do:
                  - patient:
                      try:
                        - hear: {listen: {to: {one: {with: {type: paid}}}}, timeout: {after: PT5M}}
                      catch: {errors: {with: {type: timeout}}, do: [{late: {set: {late: '${ $error.status }'}}}]}
                """, "{}");
        engine.pass(Duration.ofMinutes(5));
        assertThat(output(run)).isEqualTo(Json.parse("{\"late\": 408}"));
    }

    @Test
    void a_retry_waits_longer_each_time_and_keeps_its_key() {
        failsTimes(2, ErrorKind.COMMUNICATION);
        String run = start(
                "do: [{safely: {try: [{pay: {" + CALL + "}}}], catch: {retry: {delay: PT10S, "
                        + "backoff: {exponential: {}}, limit: {attempt: {count: 3}}}}}}]",
                "{}");
        engine.pass(Duration.ofSeconds(10));
        assertThat(engine.calls()).hasSize(2);
        engine.pass(Duration.ofSeconds(19));
        assertThat(engine.calls()).hasSize(2);
        engine.pass(Duration.ofSeconds(1));
        assertThat(output(run)).isEqualTo(Json.parse("{\"paid\": true}"));
        assertThat(engine.calls())
                .extracting(TestEngine.Called::key)
                .containsOnly(engine.calls().getFirst().key());
    }

    private void putsOffTimes(int times, Duration pause) {
        engine.answers(call -> engine.calls().size() <= times
                ? new Outcome.Failed(
                        WorkflowError.of(ErrorKind.COMMUNICATION, "later").after(pause))
                : new Outcome.Done(Json.parse("{\"status\": 200, \"body\": {\"paid\": true}}")));
    }

    @Test
    void a_call_that_is_put_off_waits_as_long_as_it_was_asked_and_keeps_its_key() {
        putsOffTimes(2, Duration.ofHours(3));
        String run = start("do: [{pay: {" + CALL + "}}}]", "{}");
        engine.pass(Duration.ofMinutes(179));
        assertThat(engine.calls()).hasSize(1);
        engine.pass(Duration.ofMinutes(2));
        assertThat(engine.calls()).hasSize(2);
        engine.pass(Duration.ofHours(4));
        assertThat(output(run)).isEqualTo(Json.parse("{\"paid\": true}"));
        assertThat(engine.calls())
                .extracting(TestEngine.Called::key)
                .containsOnly(engine.calls().getFirst().key());
    }

    @Test
    void a_call_that_is_put_off_again_and_again_fails_after_ten_waits() {
        putsOffTimes(99, Duration.ofMinutes(1));
        String run = start("do: [{pay: {" + CALL + "}}}]", "{}");
        for (int minute = 0; minute < 20; minute++) {
            engine.pass(Duration.ofMinutes(2));
        }
        assertThat(engine.calls()).hasSize(11);
        assertThat(error(run).instance()).isEqualTo("/pay");
    }

    @Test
    void a_call_that_is_put_off_for_no_time_waits_a_second() {
        putsOffTimes(1, Duration.ZERO);
        String run = start("do: [{pay: {" + CALL + "}}}]", "{}");
        assertThat(engine.calls()).hasSize(1);
        engine.pass(Duration.ofSeconds(1));
        assertThat(output(run)).isEqualTo(Json.parse("{\"paid\": true}"));
    }

    @Test
    void a_call_that_is_put_off_beyond_its_time_fails_at_once_and_says_why() {
        putsOffTimes(99, Duration.ofHours(1));
        String run = start("do: [{pay: {timeout: {after: PT30M}, " + CALL + "}}}]", "{}");
        assertThat(engine.calls()).hasSize(1);
        assertThat(error(run).detail()).isEqualTo("later");
    }

    @Test
    void a_retry_that_takes_the_error_counts_its_attempts_itself() {
        putsOffTimes(99, Duration.ofMinutes(1));
        String run = start(
                "do: [{safely: {try: [{pay: {" + CALL + "}}}], " + "catch: {retry: {limit: {attempt: {count: 3}}}}}}]",
                "{}");
        engine.pass(Duration.ofMinutes(2));
        engine.pass(Duration.ofMinutes(2));
        assertThat(engine.calls()).hasSize(3);
        assertThat(error(run).detail()).isEqualTo("later");
    }

    @Test
    void a_retry_of_other_errors_leaves_the_waiting_to_the_call() {
        putsOffTimes(4, Duration.ofMinutes(1));
        String run = start(
                "do: [{safely: {try: [{pay: {" + CALL + "}}}], catch: {errors: {with: {status: 504}}, "
                        + "retry: {limit: {attempt: {count: 2}}}}}}]",
                "{}");
        for (int minute = 0; minute < 5; minute++) {
            engine.pass(Duration.ofMinutes(1));
        }
        assertThat(output(run)).isEqualTo(Json.parse("{\"paid\": true}"));
        assertThat(engine.calls()).hasSize(5);
    }

    private void answersPages(int pages) {
        engine.answers(call -> {
            int page = call.arguments().at("/query/after").asInt();
            String next = page + 1 < pages ? String.valueOf(page + 1) : "null";
            return new Outcome.Done(Json.parse("{\"status\": 200, \"body\": {\"items\": [%d, %d], \"next\": %s}}"
                    .formatted(page * 2, page * 2 + 1, next)));
        });
    }

    private static String paged(String more) {
        return "do: [{all: {call: http, with: {method: get, endpoint: {uri: 'https://bank.test/list', authentication: "
                + "{use: bank}}}, metadata: {pages: {items: '${ .items }', next: '${ .next }', into: /query/after"
                + more + "}}}}]";
    }

    @Test
    void a_call_goes_through_all_pages_each_a_step_of_its_own() {
        answersPages(3);
        String run = start(paged(""), "{}");
        assertThat(output(run)).isEqualTo(Json.parse("[0, 1, 2, 3, 4, 5]"));
        assertThat(engine.calls()).hasSize(3);
        assertThat(engine.calls()).extracting(TestEngine.Called::key).doesNotHaveDuplicates();
    }

    @Test
    void a_page_that_is_put_off_does_not_begin_the_list_anew() {
        engine.answers(call -> engine.calls().size() == 2
                ? new Outcome.Failed(
                        WorkflowError.of(ErrorKind.COMMUNICATION, "later").after(Duration.ofHours(1)))
                : new Outcome.Done(Json.parse("{\"status\": 200, \"body\": {\"items\": [1], \"next\": %s}}"
                        .formatted(call.arguments().has("query") ? "null" : "7"))));
        String run = start(paged(""), "{}");
        engine.pass(Duration.ofHours(2));
        assertThat(output(run)).isEqualTo(Json.parse("[1, 1]"));
        assertThat(engine.calls()).hasSize(3);
    }

    @Test
    void more_pages_than_allowed_and_a_page_that_names_itself_fail() {
        answersPages(9);
        assertThat(error(start(paged(", most: 4"), "{}")).detail()).isEqualTo("There are more than 4 pages.");
        engine.answers(_ -> new Outcome.Done(Json.parse("{\"status\": 200, \"body\": {\"items\": [], \"next\": 1}}")));
        assertThat(error(start(paged(""), "{}"))).satisfies(error -> {
            assertThat(error.detail()).contains("names itself");
            assertThat(error.instance()).isEqualTo("/all");
        });
    }

    @Test
    void a_retry_that_gives_up_fails_with_the_error_and_its_place() {
        failsTimes(9, ErrorKind.COMMUNICATION);
        String run = start(
                "do: [{safely: {try: [{pay: {" + CALL + "}}}], " + "catch: {retry: {limit: {attempt: {count: 3}}}}}}]",
                "{}");
        assertThat(engine.calls()).hasSize(3);
        assertThat(error(run).instance()).isEqualTo("/safely/pay");
    }

    @Test
    void a_call_whose_outcome_is_unknown_is_not_repeated() {
        failsTimes(1, ErrorKind.OUTCOME_UNKNOWN);
        String run = start(
                "do: [{safely: {try: [{pay: {" + CALL + "}}}], " + "catch: {retry: {limit: {attempt: {count: 3}}}}}}]",
                "{}");
        assertThat(error(run).is(ErrorKind.OUTCOME_UNKNOWN)).isTrue();
        assertThat(engine.calls()).hasSize(1);
    }

    @Test
    void branches_end_together_with_their_outputs_in_order() {
        String run = start("do: [{both: {fork: {branches: [{slow: {wait: PT1M}}, {fast: {set: {b: 2}}}]}}}]", "{}");
        assertThat(engine.ending(run)).isEmpty();
        engine.pass(Duration.ofMinutes(1));
        assertThat(output(run)).isEqualTo(Json.parse("[{}, {\"b\": 2}]"));
    }

    @Test
    void the_first_branch_wins_a_race_and_the_others_are_cancelled() {
        String run = start(
                "do: [{race: {fork: {compete: true, branches: [{slow: {do: [{nap: {wait: PT1M}}, {pay: {" + CALL
                        + "}}}]}}, {fast: {set: {b: 2}}}]}}}]",
                "{}");
        engine.pass(Duration.ofMinutes(2));
        assertThat(output(run)).isEqualTo(Json.parse("{\"b\": 2}"));
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void a_branch_that_fails_ends_the_fork_at_once_and_the_others_are_cancelled() {
        String run = start(
                "do: [{both: {fork: {branches: [{slow: {do: [{nap: {wait: PT1M}}, {pay: {" + CALL
                        + "}}}]}}, {bad: {raise: {error: {type: 'urn:x:no', status: 409}}}}]}}}]",
                "{}");
        assertThat(error(run).type()).isEqualTo("urn:x:no");
        engine.pass(Duration.ofMinutes(2));
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void another_workflow_runs_within_and_its_failure_is_ours() {
        Definition child = Written.definition("child", "do: [{no: {raise: {error: {type: 'urn:x:no', status: 409}}}}]");
        engine.knows(child);
        String run = engine.start(
                Written.definition("flow", "do: [{sub: {run: {workflow: {name: child}}}}]", child), Json.object());
        assertThat(error(run).type()).isEqualTo("urn:x:no");
    }

    @Test
    void a_failing_expression_fails_the_run_where_it_stands() {
        String run = start("do: [{sum: {set: {a: '${ .text + 1 }'}}}]", "{\"text\": \"x\"}");
        assertThat(error(run).is(ErrorKind.EXPRESSION)).isTrue();
        assertThat(error(run).instance()).isEqualTo("/sum");
    }

    @Test
    void a_loop_without_end_is_broken_off() {
        String run = start("""
                do:
                  - more: {set: {}}
                  - again: {switch: [{always: {when: 'true', then: more}}]}
                """, "{}");
        assertThat(error(run).is(ErrorKind.LIMIT)).isTrue();
    }
}
