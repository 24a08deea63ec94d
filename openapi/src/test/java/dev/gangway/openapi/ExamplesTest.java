package dev.gangway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.openapi.OperationModel.Media;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExamplesTest {
    @Test
    void every_request_of_our_documents_has_three_that_are_valid() {
        assertValid(Samples.read(Samples.bytes(Samples.PARTNER_API)));
        assertValid(Samples.read(Samples.bytes(Samples.ADMIN_API)));
    }

    @Test
    void every_request_of_plaids_document_has_three_that_are_valid() {
        assertValid(Samples.read(Samples.plaid()));
    }

    private static void assertValid(Api api) {
        api.operations().stream()
                .flatMap(operation -> operation.request().stream()
                        .peek(media -> assertThat(media.examples())
                                .extracting(Example::name)
                                .as(operation.id())
                                .contains("minimal", "realistic", "full")))
                .forEach(media -> assertThat(media.examples())
                        .filteredOn(Example::made)
                        .allSatisfy(example -> {
                            RowFindings findings = RowCheck.body(media.rows(), example.value());
                            assertThat(findings.isEmpty())
                                    .as(findings + " in " + example)
                                    .isTrue();
                            assertThat(findings.unlisted()).isEmpty();
                        }));
    }

    @Test
    void a_minimal_one_has_what_is_required_and_nothing_else() {
        Media body = sent("""
                {type: object, required: [a, b], properties: {a: {type: string, minLength: 6}, b: {type: object,
                 required: [c], properties: {c: {type: integer, minimum: 3}, d: {type: string}}}, e: {type: string}}}""");
        assertThat(example(body, "minimal")).hasToString("{\"a\":\"textaa\",\"b\":{\"c\":3}}");
    }

    @Test
    void a_full_one_has_every_field() {
        Media body = sent("""
                {type: object, properties: {list: {type: array, minItems: 2, uniqueItems: true, items: {type: integer}},
                 map: {type: object, additionalProperties: {type: string, pattern: "^[A-Z]{3}-\\\\d{2}$"}},
                 one: {oneOf: [{type: string, enum: [x]}, {type: integer}]}, when: {type: string, format: date}}}""");
        assertThat(example(body, "full"))
                .hasToString("{\"list\":[1,2],\"map\":{\"key\":\"AAA-77\"},\"one\":\"x\",\"when\":\"2026-01-15\"}");
    }

    @Test
    void a_value_that_the_document_shows_goes_first_unless_it_is_none() {
        Media body = sent("""
                {type: object, required: [a, b], properties: {a: {type: string, example: shown},
                 b: {type: integer, example: "not a number"}}}""");
        assertThat(example(body, "minimal")).hasToString("{\"a\":\"shown\",\"b\":1}");
    }

    @Test
    void lists_within_lists_do_not_multiply() {
        String list = "{type: array, minItems: 20, items: ".repeat(6) + "{type: string}" + "}".repeat(6);
        assertThat(example(sent(list), "full").length()).isLessThan(200_000);
    }

    private static Media sent(String schema) {
        return Samples.operation(Samples.withBody(schema), "send").request().orElseThrow();
    }

    private static String example(Media media, String name) {
        return media.examples().stream()
                .filter(example -> example.name().equals(name))
                .map(example -> example.value().toString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + List.copyOf(media.examples())));
    }
}
