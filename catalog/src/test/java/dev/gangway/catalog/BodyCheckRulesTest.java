package dev.gangway.catalog;

import static dev.gangway.catalog.Sketches.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.catalog.Findings.Invalid;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One keyword of JSON Schema after the other.
@DisplayNameGeneration(ReplaceUnderscores.class)
class BodyCheckRulesTest {
    /// Whether a value of this schema may be `json`.
    private static boolean accepts(String schema, String json) {
        Body body = Sketches.body("{type: object, properties: {f: " + schema + "}}");
        return check(body, "{\"f\": " + json + "}").isEmpty();
    }

    private static String mustBe(String schema) {
        Body body = Sketches.body("{type: object, properties: {f: " + schema + "}}");
        return check(body, "{\"f\": {\"no\": \"such\"}}").invalid().getFirst().mustBe();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    string               | "a"      | 1
                    integer              | 7        | 7.5
                    integer              | -7       | "7"
                    integer              | 0        | 9223372036854775808
                    number               | 7.5      | "7.5"
                    number               | 7        | true
                    boolean              | false    | "false"
                    object               | {}       | []
                    array                | []       | {}
                    'null'               | null     | 0
                    string               | ""       | null
                    [string, 'null']     | null     | 0
                    [string, integer]    | 7        | true
                    [string, integer]    | "7"      | []
                    """)
    void the_type_decides(String type, String good, String bad) {
        assertThat(accepts("{type: " + type + "}", good)).isTrue();
        assertThat(accepts("{type: " + type + "}", bad)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {type: string, enum: [A, B]}                 | "B"         | "b"
                    {type: [string, 'null'], enum: [A, null]}    | null        | "B"
                    {const: sig}                                 | "sig"       | "enc"
                    {type: boolean, const: true}                 | true        | false
                    {enum: [1, 2]}                               | 2           | 3
                    {type: string, minLength: 2}                 | "ab"        | "a"
                    {type: string, maxLength: 2}                 | "ab"        | "abc"
                    {type: string, maxLength: 2}                 | "\\uD83D\\uDE00\\uD83D\\uDE00" | "\\uD83D\\uDE00ab"
                    {type: string, minLength: 2}                 | "\\uD83D\\uDE00a" | "\\uD83D\\uDE00"
                    {type: string, pattern: '^[a-z]+$'}          | "abc"       | "abc1"
                    {type: integer, minimum: 1, maximum: 200}    | 200         | 201
                    {type: integer, minimum: 1, maximum: 200}    | 1           | 0
                    {type: number, minimum: 0}                   | 0.00        | -0.01
                    {type: number, maximum: 10}                  | 1e1         | 1e400
                    {type: integer, format: int32}               | 2147483647  | 2147483648
                    {type: array, minItems: 1}                   | [0]         | []
                    {type: array, maxItems: 1}                   | [0]         | [0, 0]
                    {type: array, uniqueItems: true}             | ["a", "b"]  | ["a", "b", "a"]
                    {type: array, items: {type: boolean}}        | [true]      | [true, null]
                    {type: string, format: country-code}         | "DE"        | "de"
                    """)
    void each_constraint_decides(String schema, String good, String bad) {
        assertThat(accepts(schema, good)).isTrue();
        assertThat(accepts(schema, bad)).isFalse();
    }

    @Test
    void twins_are_found_in_long_lists_too() {
        String numbers = "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17";
        assertThat(accepts("{type: array, uniqueItems: true}", "[" + numbers + "]"))
                .isTrue();
        assertThat(accepts("{type: array, uniqueItems: true}", "[" + numbers + ",3]"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {type: string}                                       | a string without control characters
                    {type: string, minLength: 1}                         | a string without control characters, at least 1 character
                    {type: string, minLength: 2, maxLength: 9}           | a string without control characters, 2 to 9 characters
                    {type: string, format: email, maxLength: 254}        | an e-mail address such as ada@example.com, at most 254 characters
                    {type: string, enum: [A, B]}                         | one of A, B
                    {type: string, const: A}                             | A
                    {type: boolean, const: true}                         | true
                    {type: integer, minimum: 1, maximum: 200}            | a whole number, 1 to 200
                    {type: number, minimum: 0}                           | a number, at least 0
                    {type: boolean}                                      | true or false
                    {type: array, maxItems: 50, uniqueItems: true}       | a list of at most 50 items without duplicates
                    {type: [string, integer]}                            | a string without control characters, or a whole number
                    {type: string, x-must-be: 'a thing, and no other'}   | a thing, and no other
                    """)
    void each_rule_has_its_words(String schema, String words) {
        assertThat(mustBe(schema)).isEqualTo(words);
    }

    @Nested
    class Any_text {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\\u0000",
                    "a\\u0007",
                    "\\u001bb",
                    "\\u007f",
                    "\\u0085",
                    "\\ud800",
                    "\\udc00a",
                    "\\ud800\\ud800\\udc00"
                })
        void is_free_of_control_characters_and_halves_of_pairs(String escaped) {
            assertThat(accepts("{type: string}", "\"" + escaped + "\"")).isFalse();
            assertThat(accepts("{}", "\"" + escaped + "\"")).isFalse();
            assertThat(accepts("{}", "[{\"deep\": [\"" + escaped + "\"]}]")).isFalse();
        }

        @Test
        void may_have_tabs_and_line_breaks_where_no_format_says_otherwise() {
            assertThat(accepts("{type: string}", "\"a\\tb\\r\\nc\"")).isTrue();
            assertThat(accepts("{type: string, format: text}", "\"a\\tb\"")).isFalse();
        }

        @Test
        void is_named_where_it_stands_in_an_object_that_no_one_described() {
            Body open = Sketches.body("{type: object, properties: {f: {}}}");
            assertThat(check(open, "{\"f\": {\"g\": [0, \"\\u0000\"]}}").invalid())
                    .containsExactly(new Invalid("f.g[1]", "a string without control characters"));
        }
    }

    @Nested
    class Objects_with_free_names {
        private final Body statuses = Sketches.body("""
                type: object
                properties:
                  of:
                    type: object
                    propertyNames: {type: string, enum: [auth, identity]}
                    additionalProperties: {type: string, enum: [ACTIVE, DENIED]}
                """);

        @Test
        void hold_their_values_against_one_schema() {
            assertThat(check(statuses, "{\"of\": {\"auth\": \"ACTIVE\", \"identity\": 1}}")
                            .invalid())
                    .containsExactly(new Invalid("of.identity", "one of ACTIVE, DENIED"));
        }

        @Test
        void do_not_know_a_name_that_their_names_refuse() {
            assertThat(check(statuses, "{\"of\": {\"author\": \"ACTIVE\"}}").unknown())
                    .containsExactly("of.author");
        }

        @Test
        void take_any_clean_name_where_none_is_said() {
            assertThat(accepts("{type: object}", "{\"a b\": 1, \"ü\": {}}")).isTrue();
            assertThat(accepts("{type: object}", "{\"a\\u0000\": 1}")).isFalse();
        }
    }

    @Nested
    class A_choice {
        private static final String SHAPES = """
                {anyOf: [{type: object, required: [a], properties: {a: {type: integer}}, additionalProperties: false},
                         {type: object, required: [b], properties: {b: {type: integer}}, additionalProperties: false},
                         {type: string, maxLength: 3}]}""";

        @Test
        void takes_what_any_alternative_takes() {
            assertThat(accepts(SHAPES, "{\"a\": 1}")).isTrue();
            assertThat(accepts(SHAPES, "{\"b\": 1}")).isTrue();
            assertThat(accepts(SHAPES, "\"abc\"")).isTrue();
            assertThat(accepts(SHAPES, "{\"a\": 1, \"b\": 1}")).isFalse();
            assertThat(accepts(SHAPES, "7")).isFalse();
        }

        @Test
        void says_what_the_only_alternative_of_that_type_says() {
            Body body = Sketches.body("{type: object, properties: {f: " + SHAPES + "}}");
            assertThat(check(body, "{\"f\": \"abcd\"}").invalid())
                    .containsExactly(new Invalid("f", "a string without control characters, at most 3 characters"));
        }

        @Test
        void leaves_no_trace_of_the_alternatives_that_were_tried() {
            Body body = Sketches.body("{type: object, properties: {f: " + SHAPES + "}}");
            Findings findings = check(body, "{\"f\": {\"a\": \"1\", \"c\": 2}}");
            assertThat(findings.unknown()).isEmpty();
            assertThat(findings.missing()).isEmpty();
            assertThat(findings.invalid()).extracting(Invalid::field).containsExactly("f");
        }
    }
}
