package dev.gangway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagesTest {
    private static Pages pages(String rule) {
        return new Pages(Json.parse(rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/query/after | {\"query\": {\"n\": 1}} | {\"query\": {\"n\": 1, \"after\": \"c2\"}}",
                "/query/after | {} | {\"query\": {\"after\": \"c2\"}}",
                "/parameters/body/options/cursor | {\"parameters\": {\"body\": {\"a\": 1}}}"
                        + " | {\"parameters\": {\"body\": {\"a\": 1, \"options\": {\"cursor\": \"c2\"}}}}",
                "/body/a~1b | {\"body\": {\"a/b\": \"c1\"}} | {\"body\": {\"a/b\": \"c2\"}}",
                "/endpoint | {\"url\": \"https://x.test/v1/list?n=2\"} | {\"url\": \"https://x.test/v1/c2\"}"
            })
    void what_names_the_next_page_goes_where_the_rule_says(String into, String before, String after) {
        ObjectNode arguments = (ObjectNode) Json.parse(before);
        assertThat(pages("{\"into\": \"" + into + "\"}").turned(arguments, TextNode.valueOf("c2")))
                .isEqualTo(Json.parse(after));
        assertThat(arguments).as("the call before stays as it was").isEqualTo(Json.parse(before));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"next\": null} | false",
                "{\"next\": false} | false",
                "{\"next\": \"\"} | false",
                "{} | false",
                "{\"next\": 0} | true",
                "{\"next\": \"c\"} | true"
            })
    void there_is_a_next_page_when_something_names_it(String body, boolean more) {
        JsonNode answer = Json.parse(body);
        assertThat(pages("{\"next\": \"${ .next }\"}").next(answer, Map.of()).isPresent())
                .isEqualTo(more);
    }
}
