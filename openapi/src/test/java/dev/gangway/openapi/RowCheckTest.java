package dev.gangway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.openapi.RowFindings.Invalid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowCheckTest {
    private static RowFindings check(String schema, String body) {
        return RowCheck.body(Samples.sent(Samples.withBody(schema)), Samples.json(body));
    }

    private static List<String> invalid(RowFindings findings) {
        return findings.invalid().stream().map(Invalid::field).toList();
    }

    @Nested
    class An_object {
        private static final String PERSON = """
                {type: object, additionalProperties: false, required: [name], properties: {name: {type: string},
                 age: {type: integer, nullable: true}, home: {type: object, required: [city], properties:
                 {city: {type: string}}}}}""";

        @Test
        void tells_what_is_unknown_missing_and_invalid_by_dotted_names() {
            RowFindings findings = check(PERSON, "{'agee': 1, 'age': 'x', 'home': {'town': 'x'}}");
            assertThat(findings.unknown()).containsExactly("agee");
            assertThat(findings.missing()).containsExactly("name", "home.city");
            assertThat(invalid(findings)).containsExactly("age");
            assertThat(findings.unlisted()).containsExactly("home.town");
        }

        @Test
        void takes_null_where_null_is_a_value_and_nowhere_else() {
            assertThat(check(PERSON, "{'name': 'Ada', 'age': null}").isEmpty()).isTrue();
            assertThat(check(PERSON, "{'name': null}").missing()).containsExactly("name");
            assertThat(invalid(check(PERSON, "{'name': 'Ada', 'home': null}"))).containsExactly("home");
        }

        @Test
        void must_be_one() {
            assertThat(invalid(check(PERSON, "[]"))).containsExactly("body");
        }
    }

    @Nested
    class A_value {
        @Test
        void keeps_to_its_limits() {
            assertThat(invalid(check(
                            "{type: object, properties: {a: {type: string, maxLength: 2}, b: {type: number, minimum: 0,"
                                    + " exclusiveMinimum: true}, c: {type: array, minItems: 1, uniqueItems: true,"
                                    + " items: {type: integer}}, d: {type: integer, multipleOf: 5},"
                                    + " e: {type: string, pattern: '^x'}, f: {type: string, enum: [p, q]}}}",
                            "{'a': 'abc', 'b': 0, 'c': [1, 1], 'd': 7, 'e': 'yx', 'f': 'r'}")))
                    .containsExactly("a", "b", "c", "d", "e", "f");
        }

        @Test
        void has_its_index_in_a_list() {
            assertThat(invalid(check(
                            "{type: object, properties: {list: {type: array, items: {type: object, properties:"
                                    + " {email: {type: string, format: email}}}}}}",
                            "{'list': [{'email': 'ada@example.com'}, {'email': 'ada'}]}")))
                    .containsExactly("list[1].email");
        }

        @Test
        void of_any_name_is_what_the_map_says() {
            assertThat(invalid(check("{type: object, additionalProperties: {type: integer}}", "{'a': 1, 'b': 'x'}")))
                    .containsExactly("b");
        }

        @Test
        void may_be_any_of_its_alternatives() {
            String schema = "{type: object, properties: {a: {oneOf: [{type: object, required: [x], properties:"
                    + " {x: {type: string}}}, {type: object, required: [y], properties: {y: {type: string}}},"
                    + " {type: integer, minimum: 5}]}}}";
            assertThat(check(schema, "{'a': {'y': 'text'}}").isEmpty()).isTrue();
            assertThat(check(schema, "{'a': 7}").isEmpty()).isTrue();
            assertThat(invalid(check(schema, "{'a': {'z': 1}}"))).containsExactly("a");
            assertThat(invalid(check(schema, "{'a': 3}"))).containsExactly("a");
        }
    }

    @Nested
    class A_cycle {
        @Test
        void is_followed_as_deep_as_the_body_goes() {
            Api api = Samples.withBody(
                    "{$ref: '#/components/schemas/Node'}",
                    "Node: {type: object, required: [name], properties: {name: {type: string}, children:"
                            + " {type: array, items: {$ref: '#/components/schemas/Node'}}}}");
            RowFindings findings = RowCheck.body(
                    Samples.sent(api),
                    Samples.json("{'name': 'a', 'children': [{'name': 'b', 'children': [{'children': []}]}]}"));
            assertThat(findings.missing()).containsExactly("children[0].children[0].name");
        }
    }

    @Nested
    class A_choice_within_a_choice {
        private static final String NODE = "Node: {anyOf: [{type: object, required: [a], properties: {in:"
                + " {$ref: '#/components/schemas/Node'}}}, {type: object, required: [b], properties: {in:"
                + " {$ref: '#/components/schemas/Node'}}}]}";

        private final Api api = Samples.withBody("{$ref: '#/components/schemas/Node'}", NODE);

        @Test
        void is_tried_to_its_end() {
            assertThat(check("{'a': 1, 'in': {'b': 1, 'in': {'a': 1}}}").isEmpty())
                    .isTrue();
            assertThat(invalid(check("{'a': 1, 'in': {'b': 1, 'in': {'c': 1}}}")))
                    .containsExactly("body");
        }

        @Test
        @Timeout(20)
        void is_given_up_after_so_many_trials() {
            int depth = 40;
            assertThat(check("{'in': ".repeat(depth) + "{}" + "}".repeat(depth)).missing())
                    .isEmpty();
        }

        private RowFindings check(String body) {
            return RowCheck.body(Samples.sent(api), Samples.json(body));
        }
    }

    @Nested
    class A_credential {
        @Test
        void is_never_missing_for_the_gateway_fills_it_in() {
            Api api = Samples.read("""
                    openapi: 3.0.0
                    info: {title: Sample, version: "1"}
                    security: [{apiKey: []}]
                    paths:
                      /send:
                        post:
                          operationId: send
                          requestBody: {content: {application/json: {schema: {type: object, required: [api_key, text],
                            properties: {api_key: {type: string}, text: {type: string}}}}}}
                    components: {securitySchemes: {apiKey: {type: apiKey, in: header, name: X-Api-Key}}}
                    """);
            assertThat(RowCheck.body(Samples.sent(api), Samples.json("{}")).missing())
                    .containsExactly("text");
        }
    }

    @Nested
    class A_pattern_that_never_ends {
        @Test
        @Timeout(20)
        void is_given_up_after_so_many_steps() {
            assertThat(check(
                                    "{type: object, properties: {a: {type: string, pattern: '^(.*a){15}x$'}}}",
                                    "{'a': '" + "a".repeat(60) + "b'}")
                            .isEmpty())
                    .isTrue();
        }
    }

    @Nested
    class Parameters {
        @Test
        void are_checked_as_the_texts_that_they_are() {
            OperationModel operation = Samples.operation(Samples.read("""
                            openapi: 3.0.0
                            info: {title: Sample, version: "1"}
                            paths:
                              /things/{id}:
                                get:
                                  operationId: find
                                  parameters:
                                    - {name: id, in: path, required: true, schema: {type: integer}}
                                    - {name: deep, in: query, schema: {type: boolean}}
                                    - {name: kind, in: query, required: true, schema: {type: string, enum: [a, b]}}
                            """), "find");
            Map<String, String> given = Map.of("id", "seven", "deep", "true");
            RowFindings findings = RowCheck.parameters(operation.parameters(), one -> given.get(one.name()));
            assertThat(findings.missing()).containsExactly("kind");
            assertThat(invalid(findings)).containsExactly("id");
        }
    }
}
