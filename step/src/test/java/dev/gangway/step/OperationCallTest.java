package dev.gangway.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.base.RawExchange.Header;
import dev.gangway.openapi.ApiReader;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.ReadOptions;
import dev.gangway.openapi.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperationCallTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Bank, version: '1'}
            paths:
              /accounts/{account}/payments:
                post:
                  operationId: pay
                  parameters:
                    - {name: account, in: path, required: true, schema: {type: string}}
                    - {name: tag, in: query, schema: {type: array, items: {type: string}}}
                    - {name: dry, in: query, schema: {type: boolean}}
                    - {name: X-Trace, in: header, schema: {type: string}}
                    KEY
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          additionalProperties: false
                          required: [sum]
                          properties: {sum: {type: integer}}
                  responses: {'200': {description: ok}}
            """;

    private static OperationModel operation(String key) {
        byte[] document = DOCUMENT.replace("KEY", key).getBytes(StandardCharsets.UTF_8);
        return switch (ApiReader.read(document, ReadOptions.STANDARD)) {
            case Reading.Read read -> read.api().operations().getFirst();
            case Reading.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    private static final KeyHeader KEY = new KeyHeader("Idempotency-Key", false);

    private static Prepared prepare(String parameters) throws Misfit {
        return prepare(parameters, operation(""));
    }

    private static Prepared prepare(String parameters, OperationModel operation) throws Misfit {
        ObjectNode arguments = Json.object().put("connection", "bank");
        JsonNode given = Json.parse(parameters);
        arguments.set("parameters", given);
        return OperationCall.prepare(arguments, operation, KEY);
    }

    @Test
    void each_value_goes_where_the_operation_has_it() throws Misfit {
        Prepared prepared = prepare("""
                {"account": "a/b", "tag": ["x", "y z"], "dry": true, "X-Trace": "t1", "body": {"sum": 3}}""");
        assertThat(prepared.method()).isEqualTo("POST");
        assertThat(prepared.path()).isEqualTo("/accounts/a%2Fb/payments");
        assertThat(prepared.query()).isEqualTo("tag=x&tag=y%20z&dry=true");
        assertThat(prepared.headers())
                .containsExactly(new Header("X-Trace", "t1"), new Header("Content-Type", "application/json"));
        assertThat(prepared.body()).isEqualTo("{\"sum\":3}".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {"body": {"sum": 3}} ~ account is missing
            {"account": "a"} ~ body is missing
            {"account": "a", "body": {}} ~ sum is missing
            {"account": "a", "body": {"sum": "three"}} ~ sum must be
            {"account": "a", "body": {"sum": 3, "some": 1}} ~ some is not known
            {"account": "a", "body": {"sum": 3}, "dry": "perhaps"} ~ dry must be
            {"account": "a", "body": {"sum": 3}, "wet": 1} ~ has no parameter wet
            {"account": {}, "body": {"sum": 3}} ~ account must be
            """)
    void what_the_operation_would_refuse_is_not_sent(String parameters, String sentence) {
        assertThatThrownBy(() -> prepare(parameters)).isInstanceOf(Misfit.class).hasMessageContaining(sentence);
    }

    @Test
    void a_call_may_be_repeated_where_the_operation_takes_a_key() throws Misfit {
        String good = "{\"account\": \"a\", \"body\": {\"sum\": 3}}";
        assertThat(prepare(good).isRepeatable()).isFalse();
        OperationModel keyed = operation("- {name: Idempotency-Key, in: header, schema: {type: string}}");
        assertThat(prepare(good, keyed).isRepeatable()).isTrue();
    }
}
