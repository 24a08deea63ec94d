package dev.gangway.catalog;

import static dev.gangway.catalog.Sketches.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemaReaderTest {
    @Nested
    class A_reference {
        @Test
        void stands_for_what_it_names_with_its_own_words_first() {
            Body body = Sketches.body(
                    "{type: object, properties: {a: {$ref: '#/schemas/Name', description: Mine}}}",
                    "Name: {type: string, maxLength: 3, description: Theirs, example: Bo}");
            Field field = body.fields().getFirst();
            assertThat(field.notes().description()).isEqualTo("Mine");
            assertThat(field.notes().example()).hasToString("\"Bo\"");
            assertThat(check(body, "{\"a\": \"long\"}").invalid()).hasSize(1);
        }

        @Test
        void may_be_narrowed_beside_it() {
            Body body = Sketches.body(
                    "{type: object, properties: {a: {$ref: '#/schemas/Name', maxLength: 2}}}",
                    "Name: {type: string, maxLength: 3}");
            assertThat(check(body, "{\"a\": \"abc\"}").invalid()).hasSize(1);
        }

        @Test
        void to_another_document_is_not_followed() {
            assertThatThrownBy(() -> Sketches.body("{$ref: 'https://example.com/a.yaml#/A'}"))
                    .isInstanceOf(MalformedDocument.class)
                    .hasMessageContaining("only references within the document are followed");
        }

        @Test
        void has_to_name_something() {
            assertThatThrownBy(() -> Sketches.body("{$ref: '#/schemas/Gone'}"))
                    .hasMessage("sketch.yaml#/schemas/Gone: names nothing");
        }
    }

    @Nested
    class A_cycle {
        private final Body tree = Sketches.body("{$ref: '#/schemas/Node'}", """
                Node:
                  type: object
                  additionalProperties: false
                  required: [name]
                  properties:
                    name: {type: string}
                    children: {type: array, items: {$ref: '#/schemas/Node'}}
                    parent: {anyOf: [{$ref: '#/schemas/Node'}, {type: 'null'}]}
                    twin: {allOf: [{$ref: '#/schemas/Node'}], description: Much alike}
                """);

        @Test
        void is_checked_as_deep_as_the_body_goes() {
            Findings findings = check(tree, """
                    {"name": "a", "children": [{"name": "b", "children": [{"nom": "c"}]}], "parent": null,
                     "twin": {"name": 7}}""");
            assertThat(findings.unknown()).containsExactly("children[0].children[0].nom");
            assertThat(findings.missing()).containsExactly("children[0].children[0].name");
            assertThat(findings.invalid()).extracting(Findings.Invalid::field).containsExactly("twin.name");
        }

        @Test
        void is_a_row_without_rows_inside_it() {
            assertThat(tree.fields())
                    .extracting(Field::path)
                    .containsExactly("name", "children", "children[]", "parent", "twin");
        }

        @Test
        void through_other_schemas_is_one_too() {
            Body body = Sketches.body("{$ref: '#/schemas/A'}", """
                    A: {type: object, properties: {b: {$ref: '#/schemas/B'}}}
                    B: {type: object, additionalProperties: false, properties: {a: {$ref: '#/schemas/A'}}}
                    """);
            assertThat(check(body, "{\"b\": {\"a\": {\"b\": {\"c\": 1}}}}").unknown())
                    .containsExactly("b.a.b.c");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        A: {$ref: '#/schemas/A'}
                        A: {anyOf: [{$ref: '#/schemas/A'}, {type: 'null'}]}
                        A: {allOf: [{$ref: '#/schemas/A'}, {type: object}]}
                        A: {type: object, properties: {a: {allOf: [{$ref: '#/schemas/A'}, {type: object}]}}}
                        """)
        void that_never_ends_is_refused(String schemas) {
            assertThatThrownBy(() -> Sketches.body("{$ref: '#/schemas/A'}", schemas))
                    .isInstanceOf(MalformedDocument.class);
        }
    }

    @Nested
    class A_schema_put_together_from_others {
        private final Body whole = Sketches.body("""
                        allOf:
                          - {$ref: '#/schemas/Base'}
                          - type: object
                            required: [b]
                            properties:
                              b: {type: string}
                              a: {maxLength: 2}
                        unevaluatedProperties: false
                        """, """
                        Base:
                          type: object
                          required: [a]
                          properties:
                            a: {type: string, maxLength: 5}
                        """);

        @Test
        void has_the_members_of_all_in_the_order_in_which_they_come() {
            assertThat(whole.fields()).extracting(Field::path).containsExactly("a", "b");
            assertThat(check(whole, "{}").missing()).containsExactly("a", "b");
        }

        @Test
        void refuses_what_no_part_knows() {
            assertThat(check(whole, "{\"a\": \"x\", \"b\": \"y\", \"c\": 1}").unknown())
                    .containsExactly("c");
        }

        @Test
        void takes_a_rule_that_is_said_twice_from_where_it_is_said_last() {
            assertThat(check(whole, "{\"a\": \"abc\", \"b\": \"y\"}").invalid()).hasSize(1);
        }

        @Test
        void narrows_enums() {
            Body body = Sketches.body("""
                    type: object
                    properties:
                      a: {allOf: [{type: string, enum: [X, Y]}, {enum: [Y, Z]}]}
                    """);
            assertThat(check(body, "{\"a\": \"Y\"}").isEmpty()).isTrue();
            assertThat(check(body, "{\"a\": \"X\"}").isEmpty()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {type: string, maxLenght: 5}                      | unknown keyword maxLenght
                    {type: integer, multipleOf: 5}                    | unknown keyword multipleOf
                    {type: string, format: fax}                       | unknown format fax
                    {type: text}                                      | unknown type text
                    {type: string, pattern: '['}                      | malformed pattern
                    {type: object, required: [a], properties: {}}     | requires members that it does not have: [a]
                    {anyOf: [{type: string}], maxLength: 5}           | anyOf beside other rules
                    {type: object, propertyNames: {type: integer}}    | is not a string
                    {type: array, items: 7}                           | is not a schema
                    """)
    void what_a_check_could_not_honour_is_refused(String schema, String reason) {
        assertThatThrownBy(() -> Sketches.body(schema))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageContaining(reason);
    }
}
