package dev.gangway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.openapi.Api.Tolerated;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HostileDocumentsTest {
    @Nested
    class A_YAML_bomb {
        @Test
        void is_refused_before_it_is_anything() {
            StringBuilder bomb = new StringBuilder("openapi: 3.0.0\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
            for (int level = 1; level < 12; level++) {
                String before = "*a" + (level - 1);
                bomb.append("a%d: &a%d [%s]\n".formatted(level, level, (before + ", ").repeat(8) + before));
            }
            assertThat(Samples.refusal(bomb.toString())).contains("values").contains("aliases");
        }

        @Test
        void that_is_part_of_itself_is_refused() {
            assertThat(Samples.refusal("openapi: 3.0.0\na: &a [*a]\n")).contains("part of");
        }
    }

    @Nested
    class An_alias {
        @Test
        void is_what_it_stands_for() {
            Api api = Samples.read(
                    Samples.document("3.0.0", "{type: object, properties: {a: &text {type: string}, b: *text}}"));
            assertThat(Samples.row(Samples.sent(api), "b").type()).isEqualTo(Row.Type.STRING);
        }
    }

    @Nested
    class What_is_too_much {
        @Test
        void in_bytes_depth_or_values_is_refused_with_the_limit() {
            ReadOptions small = new ReadOptions(2_000, 200, 10, 100);
            assertThat(refusal("#".repeat(3_000), small)).contains("3000 bytes");
            assertThat(refusal("[".repeat(50), small)).contains("10 levels");
            assertThat(refusal("{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}", small))
                    .contains("10 levels");
            assertThat(refusal("[" + "1,".repeat(300) + "1]", small)).contains("200 values");
        }

        private static String refusal(String text, ReadOptions options) {
            Reading reading = ApiReader.read(text.getBytes(StandardCharsets.UTF_8), options);
            return ((Reading.Refused) reading).reason();
        }
    }

    @Nested
    class What_is_no_document {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "   \n",
                    "---\n",
                    "a: [",
                    "{\"a\": ",
                    "\"text\"",
                    "42",
                    "<!doctype html><html>",
                    "%PDF-1.7",
                    "[]",
                    "a: b: c",
                    "!!javax.script.ScriptEngineManager [x]",
                    "openapi: 4.0.0",
                    "swagger: '1.2'",
                    "openapi: [3]",
                    "\0\0\0"
                })
        void is_refused_in_a_sentence(String text) {
            assertThat(Samples.refusal(text)).endsWith(".");
        }

        @Test
        void nor_are_bytes_that_are_no_text() {
            Reading reading = ApiReader.read(new byte[] {(byte) 0xFF, (byte) 0xFE, 0}, ReadOptions.STANDARD);
            assertThat(reading).isEqualTo(new Reading.Refused("The document is not text in UTF-8."));
        }
    }

    @Nested
    class A_reference_that_leads_out_of_the_document {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://example.com/schemas.yaml#/Thing",
                    "file:///etc/passwd",
                    "other.yaml",
                    "../../etc/passwd",
                    "http://169.254.169.254/latest/meta-data"
                })
        void is_reported_and_not_followed(String reference) {
            Api api = Samples.withBody("{type: object, properties: {x: {$ref: '" + reference + "'}}}");
            assertThat(Samples.row(Samples.sent(api), "x").type()).isEqualTo(Row.Type.ANY);
            assertThat(api.tolerated())
                    .extracting(Tolerated::what)
                    .anyMatch(what -> what.contains(reference) && what.contains("not followed"));
        }
    }

    @Nested
    class A_mistake {
        @Test
        void is_passed_over_and_listed_with_its_place() {
            Api api = Samples.read("""
                    openapi: 3.0.0
                    info: {}
                    security: [{nobody: []}]
                    servers: [{url: "ftp://example.com"}]
                    paths:
                      no-slash: {get: {}}
                      /a/{id}:
                        get:
                          operationId: twice
                          parameters: [{in: query}, 7, {name: other, in: path, schema: {type: string}}]
                          responses: {"999": {}, ok: {}, "200": {$ref: "#/nowhere"}}
                        post:
                          operationId: twice
                          requestBody: {content: {nothing: {schema: {type: strange}}}}
                    """);
            assertThat(api.title()).isEqualTo("Untitled");
            assertThat(api.operations()).extracting(OperationModel::id).containsExactly("twice", "twice2");
            assertThat(api.operations().getFirst().parameters())
                    .extracting(OperationModel.Parameter::name)
                    .containsExactly("id");
            assertThat(api.tolerated())
                    .extracting(Tolerated::pointer)
                    .contains(
                            "#/security/0",
                            "#/servers/0",
                            "#/paths/no-slash",
                            "#/paths/~1a~1{id}/get",
                            "#/paths/~1a~1{id}/get/parameters/0",
                            "#/paths/~1a~1{id}/get/responses/ok",
                            "#/paths/~1a~1{id}/get/responses/200",
                            "#/paths/~1a~1{id}/post",
                            "#/paths/~1a~1{id}/post/requestBody/content/nothing");
        }
    }

    @Nested
    class Hostile_text {
        @Test
        void in_ids_and_names_is_made_harmless() {
            Api api = Samples.read("""
                    openapi: 3.0.0
                    info: {title: "a\\u0000b\\nc", version: "1"}
                    paths:
                      /x: {get: {operationId: "../../<script>", summary: "line\\none\\u0007"}}
                    """);
            OperationModel operation = api.operations().getFirst();
            assertThat(api.title()).isEqualTo("a b c");
            assertThat(operation.id()).isEqualTo("script");
            assertThat(operation.summary()).isEqualTo("line one");
        }
    }
}
