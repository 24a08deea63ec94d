package dev.gangway.tests;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that are wrong before their fields are looked at. Each is told what is wrong, and changes nothing.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadRequestTest {
    private static final String CREATE = "/beta/partner/customer/v1/create";
    private static final String UPDATE = "/beta/partner/customer/v1/update";
    private static final String NOT_JSON = "400 INVALID_BODY: body could not be parsed as JSON";
    private static final String TOO_LARGE = "413 INVALID_BODY: body is larger than 8 MiB";

    private final Server server = Server.shared();
    private final TestPartner partner = server.partner();
    private final String customer = partner.createLittle("Untouched");
    private JsonNode before;

    @BeforeEach
    void remember() {
        before = partner.everything(customer);
    }

    @AfterEach
    void nothing_changed() {
        assertThat(partner.everything(customer)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "hello",
                "{",
                "{'end_customer_client_id': 'single quotes'}",
                "{\"a\": 1,}",
                "{\"a\": 1} {\"b\": 2}",
                "{\"a\": NaN}",
                "{\"a\": 01}",
                "{\"a\": \"\\x\"}",
                "{\"a\": \"a raw line\nbreak\"}",
                "// a comment\n{}",
                "[]",
                "\"text\"",
                "null",
                "7"
            })
    void a_body_is_one_json_object(String body) {
        assertThat(refusal(body.getBytes(UTF_8))).isEqualTo(NOT_JSON);
    }

    @Test
    void a_field_is_given_once() {
        assertThat(refusal("{\"end_customer_client_id\": \"a\", \"end_customer_client_id\": \"b\"}".getBytes(UTF_8)))
                .isEqualTo(NOT_JSON);
        assertThat(refusal("{\"address\": {\"city\": \"Paris\", \"city\": \"Lyon\"}}".getBytes(UTF_8)))
                .isEqualTo(NOT_JSON);
    }

    @Test
    void nesting_ends_at_64_levels() {
        assertThat(refusal(nested(65))).isEqualTo(NOT_JSON);
        assertThat(refusal(nested(100_000))).isEqualTo(NOT_JSON);
        assertThat(refusal(nested(60))).startsWith("400 UNKNOWN_FIELDS");
    }

    @Test
    void numbers_end_at_1000_digits() {
        assertThat(refusal(("{\"a\": " + "9".repeat(1_001) + "}").getBytes(UTF_8)))
                .isEqualTo(NOT_JSON);
    }

    @Test
    void a_body_is_utf_8() {
        byte[] body = "{\"end_customer_client_id\": \"?\"}".getBytes(UTF_8);
        int at = body.length - 3;
        for (int broken : new int[] {0x80, 0xC0, 0xED, 0xFF}) { // never first, or never complete
            byte[] wrong = body.clone();
            wrong[at] = (byte) broken;
            assertThat(refusal(wrong)).isEqualTo(NOT_JSON);
        }
        assertThat(refusal(new String(body, UTF_8).getBytes(UTF_16))).isEqualTo(NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "", "json", "*/*"})
    void a_body_says_that_it_is_json(String contentType) {
        HttpRequest.Builder request = request(UPDATE, BodyPublishers.ofByteArray(Json.bytes(partner.about(customer))));
        assertThat(WireError.line(server.send(
                        request.setHeader("Content-Type", contentType).build())))
                .isEqualTo(NOT_JSON);
    }

    @Test
    void a_body_of_9_mebibytes_is_too_large_whether_or_not_it_says_so() {
        byte[] large = Json.bytes(partner.about(customer).put("legal_entity_name", "x".repeat(9 << 20)));
        assertThat(WireError.line(server.send(
                        request(UPDATE, BodyPublishers.ofByteArray(large)).build())))
                .isEqualTo(TOO_LARGE);
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        assertThat(WireError.line(server.send(request(UPDATE, chunked).build())))
                .isEqualTo(TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Plaid-Version     | 2018-05-22 | 400 INVALID_HEADERS: Plaid-Version must be 2020-09-14
            Plaid-Version     | ''         | 400 INVALID_HEADERS: Plaid-Version must be 2020-09-14
            Idempotency-Key   | ''         | 400 INVALID_FIELD: Idempotency-Key must be 1 to 255 characters
            Gangway-Reference | ''         | 400 INVALID_FIELD: Gangway-Reference must be 1 to 255 characters
            """)
    void a_header_has_its_form(String header, String value, String refusal) {
        assertThat(WireError.line(partner.post(CREATE, Bodies.little("By a bad header"), header, value)))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "Gangway-Reference"})
    void a_header_of_256_characters_is_too_long(String header) {
        assertThat(WireError.line(partner.post(CREATE, Bodies.little("By a long header"), header, "k".repeat(256))))
                .isEqualTo("400 INVALID_FIELD: " + header + " must be 1 to 255 characters");
    }

    @Test
    void a_reference_names_one_end_customer() {
        TestPartner other = server.partner();
        assertThat(other.post(CREATE, Bodies.little("First"), "Gangway-Reference", "crm-1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(WireError.line(other.post(CREATE, Bodies.little("Second"), "Gangway-Reference", "crm-1")))
                .isEqualTo("400 INVALID_FIELD: Gangway-Reference must not be in use by another end customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACK"})
    void a_route_takes_only_post(String method) {
        HttpResponse<String> answer = server.send(
                server.request(UPDATE).method(method, BodyPublishers.noBody()).build());
        assertThat(WireError.line(answer)).isEqualTo("404 NOT_FOUND: not found");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/beta/partner/customer/v1/delete",
                "/beta/partner/customer/v1/update/",
                "/beta/partner/customer/v2/update",
                "/beta//partner/customer/v1/update",
                "/partner/../beta/partner/customer/v1/updat",
                "/partner",
                "/nobody-is-here"
            })
    void a_path_that_is_no_route_is_not_found(String path) {
        assertThat(WireError.line(partner.post(path, partner.about(customer)))).isEqualTo("404 NOT_FOUND: not found");
    }

    private String refusal(byte[] body) {
        return WireError.line(partner.postAs(partner.sandboxSecret(), UPDATE, body));
    }

    private HttpRequest.Builder request(String path, BodyPublisher body) {
        return server.request(path)
                .header("Content-Type", "application/json")
                .header("PLAID-CLIENT-ID", partner.clientId())
                .header("PLAID-SECRET", partner.sandboxSecret())
                .POST(body);
    }

    private static byte[] nested(int levels) {
        return ("{\"a\":".repeat(levels) + "1" + "}".repeat(levels)).getBytes(UTF_8);
    }
}
