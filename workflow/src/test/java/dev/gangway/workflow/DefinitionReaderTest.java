package dev.gangway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a definition is said with its line.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DefinitionReaderTest {
    private static List<Flaw> flaws(String text, Definition... others) {
        return switch (DefinitionReader.read(text, Written.around(others))) {
            case Reading.Accepted accepted -> List.of();
            case Reading.Refused refused -> refused.flaws();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            fly: {} ~ Unknown task
            call: grpc ~ Unsupported call grpc
            set: {}, colour: red ~ Unknown or unsupported: colour
            set: {a: '${ .a | }'} ~ This is not jq
            set: {a: '${ now }'} ~ a run must replay
            set: {a: '${ $nobody }'} ~ no variable $nobody
            set: {a: '${ nothing(1) }'} ~ no function nothing/1
            wait: soon ~ A duration is like
            set: {}, then: nowhere ~ no task nowhere
            set: {}, then: bad ~ This loop has no end
            run: {workflow: {name: other}} ~ no workflow other
            run: {workflow: {name: flow}} ~ starts itself without end
            run: {script: {}} ~ unsupported: script
            listen: {to: {any: []}} ~ wait for ever
            call: http, with: {method: get, endpoint: {uri: 'ftp://x', authentication: {use: bank}}} ~ An endpoint is a URL
            call: http, with: {method: get, endpoint: {uri: 'https://x', authentication: {use: no}}} ~ no connection no
            call: http, with: {method: get, endpoint: 'https://x'} ~ names the connection
            call: http, with: {method: get, endpoint: {uri: 'https://x', authentication: {use: bank}}, headers: {Authorization: abc}} ~ credential is not written
            call: http, with: {method: get, endpoint: {uri: 'https://x', authentication: {use: bank}}, headers: {X-Api-Key: abc}} ~ credential is not written
            set: {}, output: {as: text} ~ A shape is an object
            set: {}, export: {as: text} ~ A shape is an object
            set: {}, input: {from: text} ~ A shape is an object
            call: openapi, with: {document: {endpoint: 'gangway:nobody'}, operationId: accountsGet, authentication: {use: bank}} ~ no provider nobody
            call: openapi, with: {document: {endpoint: 'gangway:plaid'}, operationId: fly, authentication: {use: bank}} ~ no operation fly
            set: {}, metadata: {pages: {items: '${ . }', next: '${ . }', into: /query/a}} ~ Only a call goes through pages
            call: http, with: {method: get, endpoint: {uri: 'https://x', authentication: {use: bank}}}, metadata: {pages: {items: items, next: '${ .n }', into: /query/a}} ~ Here must be an expression
            call: http, with: {method: get, endpoint: {uri: 'https://x', authentication: {use: bank}}}, metadata: {pages: {items: '${ .i }', next: '${ $no }', into: /query/a}} ~ no variable $no
            call: http, with: {method: get, endpoint: {uri: 'https://x', authentication: {use: bank}}}, metadata: {pages: {items: '${ .i }', next: '${ .n }', into: /headers/a}} ~ goes to /endpoint
            call: http, with: {method: get, endpoint: {uri: 'https://x', authentication: {use: bank}}}, metadata: {pages: {items: '${ .i }', next: '${ .n }', into: /query/a, most: 0}} ~ from 1 to 1000
            call: http, with: {method: get, endpoint: {uri: 'https://x', authentication: {use: bank}}}, metadata: {pages: {items: '${ .i }', next: '${ .n }', into: /query/a, size: 9}} ~ unsupported: size
            """)
    void a_task_that_cannot_run_is_refused(String task, String sentence) {
        String text = Written.text("flow", "do:\n  - good: {set: {}}\n  - bad:\n      {" + task + "}\n");
        assertThat(flaws(text)).hasSize(1).first().satisfies(flaw -> {
            assertThat(flaw.message()).contains(sentence);
            assertThat(flaw.line()).isBetween(8, 9);
            assertThat(flaw.pointer()).startsWith("/do/1");
        });
    }

    @Test
    void a_failure_workflow_must_be_there() {
        String text = Written.text("flow", "do: [{a: {set: {}}}]\n")
                .replace("  version", "  metadata: {onFailure: gone}\n  version");
        assertThat(flaws(text))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.message()).contains("no workflow gone"));
    }

    @Test
    void a_circle_of_workflows_is_refused_with_its_way() {
        Definition flow = Written.definition("flow", "do: [{a: {set: {}}}]");
        Definition child = Written.definition("child", "do: [{up: {run: {workflow: {name: flow}}}}]", flow);
        String text = Written.text("flow", "do:\n  - down: {run: {workflow: {name: child}}}\n");
        assertThat(flaws(text, child))
                .extracting(Flaw::toString)
                .singleElement()
                .asString()
                .startsWith("line 7,")
                .contains("flow, child, flow");
    }

    @Test
    void what_is_too_large_or_not_yaml_is_refused() {
        assertThat(flaws("a".repeat((1 << 20) + 1)))
                .first()
                .extracting(Flaw::message)
                .asString()
                .contains("1 MiB");
        assertThat(flaws("do: [\n  }")).first().extracting(Flaw::line).isEqualTo(2);
        assertThat(flaws("")).hasSize(1);
        assertThat(flaws("a: &x 1\nb: *x"))
                .first()
                .extracting(Flaw::message)
                .asString()
                .contains("Anchors");
    }

    @Test
    void json_is_read_too_and_a_version_is_named_by_its_text() {
        String json = """
                {"document": {"dsl": "1.0.0", "namespace": "t", "name": "flow", "version": "1"}, "do": [{"a": {"set": {}}}]}""";
        assertThat(DefinitionReader.read(json, Written.around()))
                .isInstanceOfSatisfying(
                        Reading.Accepted.class,
                        accepted -> assertThat(accepted.definition().version())
                                .hasSize(64)
                                .isNotEqualTo(Written.definition("flow", "do: [{a: {set: {}}}]")
                                        .version()));
    }
}
