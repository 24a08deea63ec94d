package dev.gangway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.openapi.Row.Role;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowsTest {
    private static List<Row> rows(String schema, String... components) {
        return Samples.sent(Samples.withBody(schema, components));
    }

    private static List<Row> rows31(String schema, String... components) {
        return Samples.sent(Samples.read(Samples.document("3.1.0", schema, components)));
    }

    @Nested
    class A_row {
        private final List<Row> rows = rows("""
                {type: object, required: [a, list], properties: {a: {type: object, required: [b], properties:
                 {b: {type: string, format: date, description: "When, *exactly*", deprecated: true, default: x}}},
                 list: {type: array, items: {type: object, required: [c], properties: {c: {type: integer, minimum: 1,
                 exclusiveMaximum: true, maximum: 9}}}}, map: {type: object, additionalProperties: {type: number}}}}""");

        @Test
        void has_a_dotted_path() {
            assertThat(Samples.paths(rows))
                    .containsExactly("", "a", "a.b", "list", "list[]", "list[].c", "map", "map.{key}");
        }

        @Test
        void names_its_parent_which_comes_before_it() {
            assertThat(rows).extracting(Row::parent).containsExactly(-1, 0, 1, 0, 3, 4, 0, 6);
        }

        @Test
        void is_required_when_all_above_it_is_too() {
            assertThat(Samples.row(rows, "a.b").required()).isTrue();
            Row inList = Samples.row(rows, "list[].c");
            assertThat(inList.required()).isFalse();
            assertThat(inList.requiredIfParent()).isTrue();
        }

        @Test
        void carries_what_the_schema_says() {
            Row when = Samples.row(rows, "a.b");
            assertThat(when.format()).isEqualTo("date");
            assertThat(when.description()).isEqualTo("<p>When, <em>exactly</em></p>");
            assertThat(when.deprecated()).isTrue();
            assertThat(when.standard()).hasToString("\"x\"");
            Limits limits = Samples.row(rows, "list[].c").limits();
            assertThat(limits.least()).isEqualTo(BigDecimal.ONE);
            assertThat(limits.most()).isNull();
            assertThat(limits.below()).isEqualTo(BigDecimal.valueOf(9));
        }

        @Test
        void says_what_it_is_to_its_parent() {
            assertThat(Samples.row(rows, "list[]").role()).isEqualTo(Role.ITEM);
            assertThat(Samples.row(rows, "map.{key}").role()).isEqualTo(Role.MAP_VALUE);
            assertThat(Samples.row(rows, "map").type()).isEqualTo(Row.Type.MAP);
        }
    }

    @Nested
    class All_of {
        @Test
        void is_one_object_with_the_members_of_all() {
            List<Row> rows = rows(
                    "{allOf: [{$ref: '#/components/schemas/Base'}, {type: object, required: [b], properties:"
                            + " {b: {type: string}}}]}",
                    "Base: {type: object, required: [a], properties: {a: {type: string}}, description: The base}");
            assertThat(Samples.paths(rows)).containsExactly("", "a", "b");
            assertThat(Samples.row(rows, "a").required()).isTrue();
            assertThat(rows.getFirst().description()).contains("The base");
        }

        @Test
        void of_one_reference_takes_the_words_beside_it() {
            Row row = Samples.row(
                    rows(
                            "{type: object, properties: {x: {allOf: [{$ref: '#/components/schemas/T'}], nullable: true,"
                                    + " description: Mine}}}",
                            "T: {type: string, description: Theirs}"),
                    "x");
            assertThat(row.nullable()).isTrue();
            assertThat(row.description()).isEqualTo("<p>Mine</p>");
            assertThat(row.type()).isEqualTo(Row.Type.STRING);
        }
    }

    @Nested
    class Any_of_and_one_of {
        @Test
        void are_alternatives_at_the_path_of_their_parent() {
            List<Row> rows = rows(
                    "{type: object, properties: {pay: {oneOf: [{$ref: '#/components/schemas/Card'}, {type: string,"
                            + " title: Token}]}}}",
                    "Card: {type: object, properties: {number: {type: string}}}");
            Row pay = Samples.row(rows, "pay");
            assertThat(pay.type()).isEqualTo(Row.Type.ONE_OF);
            List<Row> alternatives =
                    rows.stream().filter(row -> row.role() == Role.ALTERNATIVE).toList();
            assertThat(alternatives).extracting(Row::name).containsExactly("Card", "Token");
            assertThat(alternatives).extracting(Row::path).containsOnly("pay");
            assertThat(Samples.paths(rows)).contains("pay.number");
        }

        @Test
        void with_null_are_the_other_or_null() {
            Row row = Samples.row(
                    rows31("{type: object, properties: {x: {anyOf: [{type: integer}, {type: 'null'}]}}}"), "x");
            assertThat(row.type()).isEqualTo(Row.Type.INTEGER);
            assertThat(row.nullable()).isTrue();
        }

        @Test
        void beside_members_have_them_in_each_alternative() {
            List<Row> rows =
                    rows("{type: object, properties: {kind: {type: string}}, anyOf: [{properties: {a: {type: string}}},"
                            + " {properties: {b: {type: string}}}]}");
            assertThat(Samples.paths(rows)).containsExactly("", "", "kind", "a", "", "kind", "b");
        }

        @Test
        void with_a_discriminator_say_its_value() {
            List<Row> rows = rows(
                    "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator:"
                            + " {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', dog: Dog}}}",
                    "Cat: {type: object, properties: {kind: {type: string}}}",
                    "Dog: {type: object, properties: {kind: {type: string}}}");
            assertThat(rows.stream()
                            .filter(row -> row.name().equals("kind"))
                            .map(row -> row.values().toString()))
                    .containsExactly("[\"cat\"]", "[\"dog\"]");
        }
    }

    @Nested
    class A_cycle {
        @Test
        void is_a_link_back_to_its_row() {
            List<Row> rows = rows(
                    "{$ref: '#/components/schemas/Node'}",
                    "Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}, all: {type: array,"
                            + " items: {$ref: '#/components/schemas/Node'}}}}");
            assertThat(Samples.paths(rows)).containsExactly("", "next", "all", "all[]");
            assertThat(Samples.row(rows, "next").repeats()).isZero();
            assertThat(Samples.row(rows, "all[]").repeats()).isZero();
        }

        @Test
        void through_all_of_is_one_too() {
            List<Row> rows = rows(
                    "{$ref: '#/components/schemas/A'}",
                    "A: {allOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}",
                    "B: {type: object, properties: {x: {$ref: '#/components/schemas/A'}}}",
                    "C: {type: object, properties: {x: {$ref: '#/components/schemas/A'}, y: {type: string}}}");
            assertThat(Samples.paths(rows)).containsExactly("", "x", "y");
            assertThat(Samples.row(rows, "x").repeats()).isZero();
        }

        @Test
        void of_nothing_but_references_is_reported_and_anything_goes() {
            Api api = Samples.withBody("{$ref: '#/components/schemas/A'}", "A: {$ref: '#/components/schemas/A'}");
            assertThat(Samples.sent(api).getFirst().type()).isEqualTo(Row.Type.ANY);
            assertThat(api.tolerated()).isNotEmpty();
        }
    }

    @Nested
    class A_body_that_is_too_large {
        @Test
        void is_cut_at_its_deepest_levels_and_says_so() {
            String[] levels = new String[12];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = "L%d: {type: object, properties: {a: {$ref: '#/components/schemas/L%d'}, b: {$ref:"
                                .formatted(i, i + 1)
                        + " '#/components/schemas/L%d'}, c: {type: string}}}".formatted(i + 1);
            }
            Api api = Samples.withBody("{$ref: '#/components/schemas/L0'}", levels);
            List<Row> rows = Samples.sent(api);
            assertThat(rows).hasSizeBetween(500, ReadOptions.STANDARD.mostRows());
            assertThat(Samples.paths(rows)).contains("b.b.b.c");
            assertThat(rows).anyMatch(Row::cut);
            assertThat(api.tolerated()).anyMatch(one -> one.what().contains("deepest levels"));
        }
    }

    @Nested
    class OpenAPI_3_1 {
        @Test
        void says_null_const_and_examples_in_its_own_way() {
            List<Row> rows = rows31("""
                    {type: object, properties: {a: {type: [string, "null"], examples: [shown, other]}, b: {const: fixed},
                     c: {type: [string, integer]}, d: {$ref: "#/components/schemas/D", description: Beside it},
                     e: {type: number, exclusiveMinimum: 0}}}""", "D: {type: string, description: In it}");
            assertThat(Samples.row(rows, "a").nullable()).isTrue();
            assertThat(Samples.row(rows, "a").example()).hasToString("\"shown\"");
            assertThat(Samples.row(rows, "b").values()).hasToString("[\"fixed\"]");
            assertThat(Samples.row(rows, "c").type()).isEqualTo(Row.Type.ANY_OF);
            assertThat(Samples.row(rows, "d").description()).contains("Beside it");
            assertThat(Samples.row(rows, "e").limits().above()).isEqualTo(BigDecimal.ZERO);
        }

        @Test
        void may_keep_schemas_in_schemas() {
            List<Row> rows = rows31(
                    "{$ref: '#/components/schemas/Outer'}",
                    "Outer: {type: object, properties: {in: {$ref: '#/components/schemas/Outer/$defs/Inner'}},"
                            + " $defs: {Inner: {type: integer}}}");
            assertThat(Samples.row(rows, "in").type()).isEqualTo(Row.Type.INTEGER);
        }
    }

    @Nested
    class A_member_that_only_answers_have {
        @Test
        void is_not_asked_of_a_request() {
            Row id = Samples.row(
                    rows("{type: object, required: [id], properties: {id: {type: string, readOnly: true}}}"), "id");
            assertThat(id.requiredIfParent()).isFalse();
            assertThat(id.readOnly()).isTrue();
        }
    }
}
