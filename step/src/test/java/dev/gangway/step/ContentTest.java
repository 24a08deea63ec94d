package dev.gangway.step;

import static org.assertj.core.api.Assertions.assertThat;

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

/// Bodies and parameters as they go over the wire, by what the document says of them.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContentTest {
    private static OperationModel operation(String path, String parameter, String type, String schema) {
        String document = """
                openapi: 3.1.0
                info: {title: Bank, version: '1'}
                paths:
                  %s:
                    post:
                      operationId: pay
                      parameters: [%s]
                      requestBody: {content: {%s: {schema: %s}}}
                      responses: {'200': {description: ok}}
                """.formatted(path, parameter, type, schema);
        return switch (ApiReader.read(document.getBytes(StandardCharsets.UTF_8), ReadOptions.STANDARD)) {
            case Reading.Read read -> read.api().operations().getFirst();
            case Reading.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    private static Prepared prepared(OperationModel operation, String parameters) throws Misfit {
        var arguments = Json.object().put("connection", "bank");
        arguments.set("parameters", Json.parse(parameters));
        return OperationCall.prepare(arguments, operation, new KeyHeader("Idempotency-Key", false));
    }

    private static Prepared sent(String type, String schema, String body) throws Misfit {
        return prepared(operation("/pay", "", type, schema), "{\"body\": " + body + "}");
    }

    private static String text(Prepared prepared) {
        return new String(prepared.body(), StandardCharsets.UTF_8);
    }

    @Test
    void a_form_has_its_members_in_brackets_and_repeats_the_names_of_lists() throws Misfit {
        Prepared form = sent(
                "application/x-www-form-urlencoded",
                "{type: object}",
                "{\"a\": \"x y&\", \"b\": [\"one\", \"two\"], \"c\": {\"d\": {\"e\": 1}}, \"f\": [{\"g\": true}]}");
        assertThat(text(form)).isEqualTo("a=x%20y%26&b=one&b=two&c%5Bd%5D%5Be%5D=1&f%5B0%5D%5Bg%5D=true");
        assertThat(form.headers()).containsExactly(new Header("Content-Type", "application/x-www-form-urlencoded"));
    }

    @Test
    void a_text_has_no_quotes() throws Misfit {
        assertThat(text(sent("text/plain", "{type: string}", "\"hello \\\"you\\\"\"")))
                .isEqualTo("hello \"you\"");
        assertThat(text(sent("application/json", "{type: string}", "\"hello\"")))
                .isEqualTo("\"hello\"");
    }

    @Test
    void a_file_goes_out_as_its_bytes() throws Misfit {
        assertThat(sent("application/pdf", "{type: string, format: binary}", "\"JVBERi0A/w==\"")
                        .body())
                .containsExactly('%', 'P', 'D', 'F', '-', 0, 0xff);
    }

    @Test
    void a_multipart_form_has_its_files_decoded_and_the_same_bytes_each_time() throws Misfit {
        String schema = "{type: object, properties: {file: {type: string, format: binary}, note: {type: string}}}";
        String body = "{\"file\": \"aGVsbG8=\", \"note\": \"of today\"}";
        Prepared form = sent("multipart/form-data", schema, body);
        String type = form.headers().getFirst().value();
        String boundary = type.substring("multipart/form-data; boundary=".length());
        assertThat(text(form)).isEqualTo("""
                --BOUNDARY
                Content-Disposition: form-data; name="file"; filename="file"
                Content-Type: application/octet-stream

                hello
                --BOUNDARY
                Content-Disposition: form-data; name="note"

                of today
                --BOUNDARY--
                """.replace("BOUNDARY", boundary).replace("\n", "\r\n"));
        assertThat(sent("multipart/form-data", schema, body).body()).isEqualTo(form.body());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '|', textBlock = """
            {name: p, in: query, style: deepObject, explode: true, schema: {type: object}} ~ {"a": 1, "b": {"c": "x y"}} ~ p%5Ba%5D=1&p%5Bb%5D%5Bc%5D=x%20y
            {name: p, in: query, schema: {type: object}} ~ {"a": 1, "b": 2} ~ a=1&b=2
            {name: p, in: query, explode: false, schema: {type: object}} ~ {"a": 1, "b": 2} ~ p=a,1,b,2
            {name: p, in: query, schema: {type: array, items: {type: string}}} ~ ["x", "y z"] ~ p=x&p=y%20z
            {name: p, in: query, explode: false, schema: {type: array, items: {type: string}}} ~ ["x", "y,z"] ~ p=x,y%2Cz
            {name: p, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}} ~ ["x", "y"] ~ p=x%7Cy
            {name: p, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: string}}} ~ ["x", "y"] ~ p=x%20y
            {name: p, in: query, content: {application/json: {schema: {type: object}}}} ~ {"a": 1} ~ p=%7B%22a%22%3A1%7D
            """)
    void a_query_has_the_style_of_its_parameter(String parameter, String value, String query) throws Misfit {
        OperationModel operation = operation("/pay", parameter, "application/json", "{type: object}");
        assertThat(prepared(operation, "{\"p\": " + value + "}").query()).isEqualTo(query);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '|', textBlock = """
            {name: p, in: path, required: true, schema: {type: array, items: {type: string}}} ~ ["a/b", "c"] ~ /pay/a%2Fb,c
            {name: p, in: path, required: true, style: label, schema: {type: string}} ~ "a" ~ /pay/.a
            {name: p, in: path, required: true, style: matrix, explode: true, schema: {type: array, items: {type: string}}} ~ ["a", "b"] ~ /pay/;p=a;p=b
            """)
    void a_path_has_the_style_of_its_parameter(String parameter, String value, String path) throws Misfit {
        OperationModel operation = operation("/pay/{p}", parameter, "application/json", "{type: object}");
        assertThat(prepared(operation, "{\"p\": " + value + "}").path()).isEqualTo(path);
    }
}
