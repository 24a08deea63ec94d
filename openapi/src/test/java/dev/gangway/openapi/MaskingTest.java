package dev.gangway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MaskingTest {
    private static String masked(String schema, String body, String... literals) {
        return Masking.json(Samples.json(body), Samples.sent(Samples.withBody(schema)), Set.of(literals))
                .toString()
                .replace('"', '\'');
    }

    @Test
    void what_the_document_or_the_name_calls_secret_is_masked() {
        assertThat(
                        masked(
                                "{type: object, properties: {name: {type: string}, access_token: {type: string},"
                                        + " code: {type: string, x-gangway-secret: true}, public_token: {type: string,"
                                        + " x-gangway-secret: false}, account_number: {type: integer}}}",
                                "{'name': 'Ada', 'access_token': 'at-1', 'code': 'c', 'public_token': 'p', 'account_number': 12}"))
                .isEqualTo(
                        "{'name':'Ada','access_token':'***','code':'***','public_token':'p','account_number':'***'}");
    }

    @Test
    void it_is_masked_in_lists_maps_and_alternatives() {
        assertThat(masked(
                        "{type: object, properties: {all: {type: array, items: {oneOf: [{type: object, properties:"
                                + " {pin: {type: string}}}, {type: string}]}}, keys: {type: object,"
                                + " additionalProperties: {type: object, properties: {secret: {type: string}}}}}}",
                        "{'all': [{'pin': '1234', 'x': 'y'}, 'text'], 'keys': {'a': {'secret': 's'}}}"))
                .isEqualTo("{'all':[{'pin':'***','x':'y'},'text'],'keys':{'a':{'secret':'***'}}}");
    }

    @Test
    void it_is_masked_by_name_where_the_document_says_nothing() {
        assertThat(Masking.json(Samples.json("{'a': {'password': 'p', 'tokens': ['t']}}"), List.of(), Set.of()))
                .hasToString("{\"a\":{\"password\":\"***\",\"tokens\":[\"***\"]}}");
    }

    @Test
    void a_value_that_is_known_to_be_secret_is_masked_wherever_it_stands() {
        assertThat(masked("{type: object}", "{'echo': 'you sent s3cr3t!', 's3cr3t': 'x'}", "s3cr3t"))
                .isEqualTo("{'echo':'you sent ***!','***':'x'}");
        assertThat(Masking.text("a s3cr3t b", Set.of("s3cr3t", "a"))).isEqualTo("a *** b");
    }

    @Test
    void what_says_nothing_stays() {
        assertThat(masked("{type: object, properties: {token: {type: string, nullable: true}}}", "{'token': null}"))
                .isEqualTo("{'token':null}");
    }
}
