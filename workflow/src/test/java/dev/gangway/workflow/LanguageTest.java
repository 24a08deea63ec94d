package dev.gangway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What definitions mean, one line each.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LanguageTest {
    private static final String CALL =
            "call: http, with: {method: get, endpoint: {uri: 'https://x.test', authentication: {use: bank}}}";
    private static final String NO = "raise: {error: {type: 'urn:x:no', status: 409}}";

    private final MemoryEngine engine = new MemoryEngine(false);

    private String start(String rest, String input) {
        String text = rest.replace("TYPED", CALL.replace("}}}", "}}, output: response}"))
                .replace("CALL", CALL)
                .replace("NO!", NO);
        return engine.start(Written.definition("flow", text), Json.parse(input));
    }

    private JsonNode output(String run) {
        return engine.ending(run)
                .map(ending -> ending instanceof Ending.Completed(JsonNode output) ? output : null)
                .orElseThrow(() -> new AssertionError(engine.ending(run).toString()));
    }

    private WorkflowError error(String run) {
        return engine.ending(run)
                .map(ending -> ending instanceof Ending.Failed(WorkflowError error) ? error : null)
                .orElseThrow(() -> new AssertionError(engine.ending(run).toString()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '|', textBlock = """
            do: [{a: {set: {x: '${ .n + 1 }', y: text}}}] ~ {"n": 1} ~ {"x": 2, "y": "text"}
            do: [{a: {set: {deep: {list: ['${ .n }', 2]}}}}] ~ {"n": 1} ~ {"deep": {"list": [1, 2]}}
            do: [{a: {set: '${ [.n, .n] }'}}] ~ {"n": 1} ~ [1, 1]
            do: [{a: {set: {k: $x}}}] ~ {} ~ {"k": "$x"}
            do: [{a: {if: .go, set: {x: 1}}}] ~ {"go": true} ~ {"x": 1}
            do: [{a: {if: .go, set: {x: 1}}}] ~ {"go": false} ~ {"go": false}
            do: [{a: {if: '${ .n > 2 }', set: {x: 1}}}] ~ {"n": 2} ~ {"n": 2}
            do: [{a: {input: {from: '${ .in }'}, set: {x: '${ .n }'}}}] ~ {"in": {"n": 3}} ~ {"x": 3}
            do: [{a: {set: {x: 1}, output: {as: '${ .x }'}}}] ~ {} ~ 1
            do: [{a: {set: {x: 1}, output: {as: {was: '${ $input.n }', is: '${ $output.x }'}}}}] ~ {"n": 5} ~ {"was": 5, "is": 1}
            do: [{a: {set: {x: 1}, export: {as: '${ . }'}}}, {b: {set: {y: '${ $context.x }'}}}] ~ {} ~ {"y": 1}
            do: [{a: {set: {x: '${ $workflow.input.n }'}}}] ~ {"n": 7} ~ {"x": 7}
            do: [{a: {set: {x: '${ $task.name }'}}}] ~ {} ~ {"x": "a"}
            input: {from: '${ .in }'}\\ndo: [{a: {set: {x: '${ .n }'}}}] ~ {"in": {"n": 4}} ~ {"x": 4}
            do: [{a: {set: {x: 1}, then: c}}, {b: {set: {x: 2}}}, {c: {set: {y: '${ .x }'}}}] ~ {} ~ {"y": 1}
            do: [{a: {set: {x: 1}, then: end}}, {b: {set: {x: 2}}}] ~ {} ~ {"x": 1}
            do: [{a: {do: [{b: {set: {x: 1}, then: exit}}, {c: {set: {x: 2}}}]}}, {d: {set: {y: '${ .x }'}}}] ~ {} ~ {"y": 1}
            do: [{a: {do: [{b: {set: {x: 1}, then: end}}, {c: {set: {x: 2}}}]}}, {d: {set: {y: 1}}}] ~ {} ~ {"x": 1}
            do: [{s: {switch: [{one: {when: .n == 1, then: a}}, {rest: {then: b}}]}}, {a: {set: {x: 1}, then: end}}, {b: {set: {x: 2}}}] ~ {"n": 1} ~ {"x": 1}
            do: [{s: {switch: [{one: {when: .n == 1, then: a}}, {rest: {then: b}}]}}, {a: {set: {x: 1}, then: end}}, {b: {set: {x: 2}}}] ~ {"n": 9} ~ {"x": 2}
            do: [{s: {switch: [{one: {when: .n == 1, then: end}}]}}, {a: {set: {x: 1}}}] ~ {"n": 2} ~ {"x": 1}
            do: [{f: {for: {each: i, in: '${ .l }'}, do: [{a: {set: {sum: '${ .sum + $i }'}}}]}}] ~ {"l": [1, 2, 3], "sum": 0} ~ {"sum": 6}
            do: [{f: {for: {each: i, at: k, in: '${ .l }'}, do: [{a: {set: {l: '${ .l }', k: '${ $k }'}}}]}}] ~ {"l": [7, 8]} ~ {"l": [7, 8], "k": 1}
            do: [{f: {for: {in: [5, 6]}, do: [{a: {set: {last: '${ $item }', at: '${ $index }'}}}]}}] ~ {} ~ {"last": 6, "at": 1}
            do: [{f: {for: {each: i, in: '${ [range(9)] }'}, while: .n < 3, do: [{a: {set: {n: '${ .n + 1 }'}}}]}}] ~ {"n": 0} ~ {"n": 3}
            do: [{f: {for: {each: i, in: [1]}, do: [{g: {for: {each: j, in: [2, 3]}, do: [{a: {set: {p: '${ $i * $j }'}}}]}}]}}] ~ {} ~ {"p": 3}
            do: [{k: {fork: {branches: [{a: {set: {x: '${ .n }'}}}, {b: {set: {x: '${ .n + 1 }'}}}]}}}] ~ {"n": 1} ~ [{"x": 1}, {"x": 2}]
            do: [{a: {set: {x: 1}, export: {as: '${ . }'}}}, {k: {fork: {branches: [{b: {set: {y: '${ $context.x }'}}}]}}}] ~ {} ~ [{"y": 1}]
            do: [{f: {for: {each: i, in: [7]}, do: [{k: {fork: {branches: [{b: {set: {y: '${ $i }'}}}]}}}]}}] ~ {} ~ [{"y": 7}]
            do: [{t: {try: [{a: {NO!}}], catch: {do: [{b: {set: {s: '${ $error.status }', t: '${ $error.type }'}}}]}}}] ~ {} ~ {"s": 409, "t": "urn:x:no"}
            do: [{t: {try: [{a: {NO!}}], catch: {as: e, do: [{b: {set: {at: '${ $e.instance }'}}}]}}}] ~ {} ~ {"at": "/t/a"}
            do: [{t: {try: [{a: {NO!}}], catch: {errors: {with: {status: 409}}, do: [{b: {set: {x: 1}}}]}}}] ~ {} ~ {"x": 1}
            do: [{t: {try: [{a: {NO!}}], catch: {errors: {with: {type: no}}, when: $error.status == 409, do: [{b: {set: {x: 1}}}]}}}] ~ {} ~ {"x": 1}
            do: [{t: {try: [{a: {NO!}}], catch: {}}}] ~ {"kept": 1} ~ {"kept": 1}
            do: [{o: {try: [{t: {try: [{a: {NO!}}], catch: {exceptWhen: $error.status == 409}}}], catch: {do: [{b: {set: {outer: true}}}]}}}] ~ {} ~ {"outer": true}
            do: [{o: {try: [{t: {try: [{a: {NO!}}], catch: {do: [{b: {NO!}}]}}}], catch: {as: e, do: [{c: {set: {at: '${ $e.instance }'}}}]}}}] ~ {} ~ {"at": "/o/t/catch/b"}
            do: [{t: {try: [{a: {set: {x: '${ .text + 1 }'}}}], catch: {errors: {with: {type: expression}}, do: [{b: {set: {x: 0}}}]}}}] ~ {"text": "a"} ~ {"x": 0}
            do: [{c: {CALL}}] ~ {} ~ {"paid": true}
            do: [{c: {TYPED}}] ~ {} ~ {"status": 200, "body": {"paid": true}}
            """)
    void a_definition_yields(String rest, String input, String output) {
        engine.answers(call -> new Outcome.Done(Json.parse("{\"status\": 200, \"body\": {\"paid\": true}}")));
        assertThat(output(start(rest.replace("\\n", "\n"), input))).isEqualTo(Json.parse(output));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '|', textBlock = """
            do: [{a: {NO!}}] ~ urn:x:no ~ /a
            do: [{a: {do: [{b: {NO!}}]}}] ~ urn:x:no ~ /a/b
            do: [{f: {for: {each: i, in: [1, 2]}, do: [{a: {if: $i == 2, NO!}}]}}] ~ urn:x:no ~ /f[1]/a
            do: [{k: {fork: {branches: [{x: {set: {}}}, {y: {NO!}}]}}}] ~ urn:x:no ~ /k/y
            do: [{f: {for: {each: i, in: '${ .n }'}, do: [{a: {set: {}}}]}}] ~ https://serverlessworkflow.io/spec/1.0.0/errors/validation ~ /f
            do: [{a: {wait: '${ .n }'}}] ~ https://serverlessworkflow.io/spec/1.0.0/errors/validation ~ /a
            do: [{a: {set: {x: '${ .[0] }'}}}] ~ https://serverlessworkflow.io/spec/1.0.0/errors/expression ~ /a
            do: [{a: {set: {x: '${ 1, 2 }'}}}] ~ https://serverlessworkflow.io/spec/1.0.0/errors/expression ~ /a
            do: [{a: {set: {x: '${ [range(3000000)] }'}}}] ~ https://serverlessworkflow.io/spec/1.0.0/errors/expression ~ /a
            do: [{a: {set: {x: '${ def f: f; f }'}}}] ~ https://serverlessworkflow.io/spec/1.0.0/errors/expression ~ /a
            do: [{t: {try: [{a: {NO!}}], catch: {errors: {with: {type: timeout}}}}}] ~ urn:x:no ~ /t/a
            do: [{t: {try: [{a: {NO!}}], catch: {when: 'false', do: [{b: {set: {}}}]}}}] ~ urn:x:no ~ /t/a
            do: [{a: {set: {x: '${ [range(200000)] }'}}}] ~ urn:gangway:error:limit ~ /a
            do: [{a: {set: {x: 1}, output: {as: '${ {y: [range(200000)]} }'}}}] ~ urn:gangway:error:limit ~ /a
            do: [{a: {set: {x: 1}, export: {as: '${ {y: [range(200000)]} }'}}}] ~ urn:gangway:error:limit ~ /a
            """)
    void a_definition_fails_with(String rest, String type, String instance) {
        WorkflowError error = error(start(rest, "{\"n\": 1}"));
        assertThat(error.type()).isEqualTo(type);
        assertThat(error.instance()).isEqualTo(instance);
    }

    private void refusesTimes(int times, Outcome refusal) {
        engine.answers(
                call -> engine.calls().size() <= times ? refusal : new Outcome.Done(Json.parse("{\"body\": {}}")));
    }

    private static Outcome asking(Duration pause) {
        WorkflowError plain = WorkflowError.of(ErrorKind.COMMUNICATION, "later");
        return new Outcome.Failed(
                new WorkflowError(plain.type(), 429, plain.title(), plain.detail(), "", null, pause, null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '|', textBlock = """
            {delay: PT10S, limit: {attempt: {count: 9}}} ~ 10 10 10
            {delay: PT10S, backoff: {constant: {}}, limit: {attempt: {count: 9}}} ~ 10 10 10
            {delay: PT10S, backoff: {linear: {}}, limit: {attempt: {count: 9}}} ~ 10 20 30
            {delay: PT10S, backoff: {exponential: {}}, limit: {attempt: {count: 9}}} ~ 10 20 40
            {delay: PT10S, jitter: {from: PT2S, to: PT4S}, limit: {attempt: {count: 9}}} ~ 13 13 13
            {delay: {seconds: 10}, limit: {duration: PT5M}} ~ 10 10 10
            """)
    void a_retry_pauses(String policy, String seconds) {
        refusesTimes(3, Outcome.failed(ErrorKind.COMMUNICATION, "down"));
        String run = start("do: [{t: {try: [{c: {CALL}}], catch: {retry: " + policy + "}}}]", "{}");
        int made = 1;
        for (String pause : seconds.split(" ", -1)) {
            assertThat(engine.calls()).hasSize(made);
            engine.pass(Duration.ofSeconds(Long.parseLong(pause)).minusMillis(1));
            assertThat(engine.calls()).hasSize(made);
            engine.pass(Duration.ofMillis(1));
            made++;
        }
        assertThat(engine.ending(run)).containsInstanceOf(Ending.Completed.class);
    }

    @Test
    void a_retry_waits_as_long_as_the_other_side_asks_when_that_is_longer() {
        refusesTimes(1, asking(Duration.ofMinutes(2)));
        start("do: [{t: {try: [{c: {CALL}}], catch: {retry: {delay: PT1S, limit: {attempt: {count: 3}}}}}}]", "{}");
        engine.pass(Duration.ofSeconds(119));
        assertThat(engine.calls()).hasSize(1);
        engine.pass(Duration.ofSeconds(1));
        assertThat(engine.calls()).hasSize(2);
    }

    @Test
    void a_retry_ends_with_its_time() {
        refusesTimes(99, Outcome.failed(ErrorKind.COMMUNICATION, "down"));
        String run = start(
                "do: [{t: {try: [{c: {CALL}}], catch: {retry: {delay: PT10S, limit: {duration: PT25S}}}}}]", "{}");
        engine.pass(Duration.ofSeconds(10));
        engine.pass(Duration.ofSeconds(10));
        engine.pass(Duration.ofSeconds(10));
        assertThat(error(run).is(ErrorKind.COMMUNICATION)).isTrue();
        assertThat(engine.calls()).hasSize(4);
    }

    @Test
    void a_retry_is_for_errors_that_its_conditions_take() {
        refusesTimes(99, Outcome.failed(ErrorKind.AUTHENTICATION, "who"));
        String run = start(
                "do: [{t: {try: [{c: {CALL}}], catch: {retry: {exceptWhen: $error.status == 401, limit: {attempt: {count: 3}}}}}}]",
                "{}");
        assertThat(error(run).is(ErrorKind.AUTHENTICATION)).isTrue();
        assertThat(engine.calls()).hasSize(1);
    }

    @Test
    void a_retry_policy_with_a_name_is_shared() {
        refusesTimes(1, Outcome.failed(ErrorKind.COMMUNICATION, "down"));
        String run = start("""
                use: {retries: {twice: {limit: {attempt: {count: 2}}}}}
                do: [{t: {try: [{c: {CALL}}], catch: {retry: twice}}}]
                """, "{}");
        assertThat(engine.ending(run)).containsInstanceOf(Ending.Completed.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '|', textBlock = """
            do: [{a: {wait: PT1H, timeout: {after: PT5M}}}]
            do: [{a: {do: [{b: {wait: PT1H}}], timeout: {after: PT5M}}}]
            do: [{a: {fork: {branches: [{b: {wait: PT1H}}]}, timeout: {after: PT5M}}}]
            do: [{a: {do: [{b: {wait: PT1H, timeout: {after: PT2H}}}], timeout: {after: PT5M}}}]
            do: [{a: {wait: PT1H, timeout: {after: '${ .limit }'}}}]
            timeout: {after: PT5M}\\ndo: [{a: {wait: PT1H}}]
            """)
    void a_timeout_ends_what_takes_longer(String rest) {
        String run = start(rest.replace("\\n", "\n"), "{\"limit\": \"PT5M\"}");
        engine.pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(engine.ending(run)).isEmpty();
        engine.pass(Duration.ofMillis(1));
        assertThat(error(run).is(ErrorKind.TIMEOUT)).isTrue();
    }

    @Test
    void a_timeout_ends_a_workflow_within_and_cancels_it() {
        Definition child = Written.definition("child", "do: [{nap: {wait: P1D}}]");
        engine.knows(child);
        String run = engine.start(
                Written.definition(
                        "flow", "do: [{sub: {run: {workflow: {name: child}}, timeout: {after: PT5M}}}]", child),
                Json.object());
        engine.pass(Duration.ofMinutes(5));
        assertThat(error(run).is(ErrorKind.TIMEOUT)).isTrue();
    }

    @Test
    void a_workflow_within_gets_its_input_and_gives_its_output() {
        Definition child = Written.definition("child", "do: [{a: {set: {twice: '${ .n * 2 }'}}}]");
        engine.knows(child);
        String run = engine.start(
                Written.definition(
                        "flow", "do: [{sub: {run: {workflow: {name: child, input: {n: '${ .m }'}}}}}]", child),
                Json.parse("{\"m\": 4}"));
        assertThat(output(run)).isEqualTo(Json.parse("{\"twice\": 8}"));
    }

    @Test
    void a_race_that_every_branch_loses_fails_with_the_first_error() {
        String run = start("do: [{r: {fork: {compete: true, branches: [{a: {NO!}}, {b: {NO!}}]}}}]", "{}");
        assertThat(error(run).type()).isEqualTo("urn:x:no");
    }

    @Test
    void whole_events_are_read_when_the_task_says_so() {
        String run =
                start("do: [{h: {listen: {to: {any: [{with: {type: a}}, {with: {type: b}}]}, read: envelope}}}]", "{}");
        engine.send(Json.parse("{\"type\": \"b\", \"data\": 1}"));
        assertThat(output(run)).isEqualTo(Json.parse("[{\"type\": \"b\", \"data\": 1}]"));
    }

    @Test
    void numbers_correlate_by_their_value() {
        String run = start(
                "do: [{h: {listen: {to: {one: {with: {type: a}, correlate: {n: {from: .data.n, expect: '${ .n }'}}}}}}}]",
                "{\"n\": 2}");
        engine.send(Json.parse("{\"type\": \"a\", \"data\": {\"n\": 2.0}}"));
        assertThat(engine.ending(run)).isNotEqualTo(Optional.empty());
    }

    @Test
    void a_step_has_the_same_key_in_each_attempt_and_another_in_each_turn() {
        refusesTimes(1, Outcome.failed(ErrorKind.COMMUNICATION, "down"));
        start(
                "do: [{f: {for: {each: i, in: [1, 2]}, do: [{t: {try: [{c: {CALL}}], catch: {retry: {limit: {attempt: {count: 2}}}}}}]}}]",
                "{}");
        List<String> keys = engine.calls().stream().map(TestEngine.Called::key).toList();
        assertThat(keys).hasSize(3);
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    }

    @Test
    void an_emitted_event_has_what_its_expressions_yield() {
        start("do: [{e: {emit: {event: {with: {type: paid, data: {n: '${ .n }'}}}}}}]", "{\"n\": 3}");
        assertThat(engine.calls()).singleElement().satisfies(call -> {
            assertThat(call.kind()).isEqualTo(StepKind.EMIT);
            assertThat(call.arguments().at("/data/n").asInt()).isEqualTo(3);
        });
    }

    @Test
    void no_more_branches_begin_at_once_than_a_task_may_have() {
        String run = start(
                "do: [{all: {fork: {branches: ["
                        + IntStream.rangeClosed(0, ChildSpec.MOST)
                                .mapToObj("{b%d: {set: {}}}"::formatted)
                                .collect(Collectors.joining(", "))
                        + "]}}}]",
                "{}");
        assertThat(error(run).is(ErrorKind.LIMIT)).isTrue();
    }
}
