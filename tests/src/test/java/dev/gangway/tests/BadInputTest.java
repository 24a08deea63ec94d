package dev.gangway.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Fields that are wrong. Each is named with what it must be, and nothing changes.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadInputTest {
    private static final String CREATE = "/beta/partner/customer/v1/create";
    private static final String UPDATE = "/beta/partner/customer/v1/update";
    private static final String TEXT = " must be a text that is not blank and has no control characters";
    private static final String NOT_A_LOGO =
            "400 INVALID_LOGO: the logo must be a base64-encoded string of a PNG of size 1024x1024";

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
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"company_name": 7}                             | company_name must be a text that is not blank and has no control characters, at most 255 characters
            {"company_name": ["A"]}                         | company_name must be a text that is not blank and has no control characters, at most 255 characters
            {"legal_entity_name": true}                     | legal_entity_name must be a text that is not blank and has no control characters, at most 255 characters
            {"is_diligence_attested": "true"}               | is_diligence_attested must be true or false
            {"is_diligence_attested": 1}                    | is_diligence_attested must be true or false
            {"address": "1 rue de la Paix"}                 | address must be an object
            {"address": []}                                 | address must be an object
            {"address": {"country_code": 33}}               | address.country_code must be a country code of ISO 3166-1 such as US
            {"products": "auth"}                            | products must be a list of at most 50 items without duplicates
            {"products": ["auth", "auth"]}                  | products must be a list of at most 50 items without duplicates
            {"redirect_uris": {"0": "https://a.example"}}   | redirect_uris must be a list of at most 50 items
            {"redirect_uris": [7]}                          | redirect_uris[0] must be an absolute http or https URL without query or fragment, with * at most as the leftmost label of its host, at most 2048 characters
            {"questionnaires": {"cra": 1}}                  | questionnaires.cra must be an object
            {"questionnaires": {"cra": {"purposes": {"EMPLOYMENT": {"use_cases": "UTILITIES"}}}}} | questionnaires.cra.purposes.EMPLOYMENT.use_cases must be a list of at most 50 items without duplicates
            """)
    void a_value_of_another_type_is_refused(String fields, String message) {
        assertRefused(fields, "400 INVALID_FIELD: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"surprise": 1}                                       | surprise
            {"Company_Name": "A"}                                 | Company_Name
            {"address": {"planet": "Earth"}}                      | address.planet
            {"technical_contact": {"age": 36}}                    | technical_contact.age
            {"questionnaires": {"crb": {}}}                       | questionnaires.crb
            {"questionnaires": {"cra": {"purposes": {"FUN": {}}}}} | questionnaires.cra.purposes.FUN
            {"questionnaires": {"cra": {"purposes": {"EMPLOYMENT": {"why": 1}}}}} | questionnaires.cra.purposes.EMPLOYMENT.why
            {"one": 1, "address": {"two": 2}}                     | one, address.two
            """)
    void unknown_fields_are_named_at_every_depth(String fields, String names) {
        assertRefused(fields, "400 UNKNOWN_FIELDS: the following fields are not recognized by this endpoint: " + names);
    }

    @Test
    void missing_fields_are_named_at_every_depth() {
        assertThat(line(CREATE, Json.object()))
                .isEqualTo("400 MISSING_FIELDS: the following required fields are missing: company_name, website,"
                        + " application_name, address, customer_support_info");
        ObjectNode classic = Bodies.classic("Missing");
        ((ObjectNode) classic.path("address")).remove("city");
        ((ObjectNode) classic.path("billing_contact")).putNull("email");
        classic.remove("website");
        assertThat(line("/partner/customer/create", classic))
                .isEqualTo("400 MISSING_FIELDS: the following required fields are missing: website, address.city,"
                        + " billing_contact.email");
        assertThat(line(UPDATE, Json.object()))
                .isEqualTo("400 MISSING_FIELDS: the following required fields are missing: end_customer_client_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"products\": [\"telepathy\"]}",
                "{\"products\": [\"AUTH\"]}",
                "{\"products\": [null]}",
                "{\"questionnaires\": {\"cra\": {\"purposes\": {\"EMPLOYMENT\": {\"use_cases\": [\"FUN\"]}}}}}"
            })
    void a_value_that_is_not_one_of_the_known_ones_is_refused_with_their_list(String fields) {
        assertThat(bothRoutes(fields))
                .allSatisfy(line ->
                        assertThat(line).startsWith("400 INVALID_FIELD: ").contains("[0] must be one of "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "nul\\u0000inside", "bell\\u0007", "escape\\u001b[31m", "line\\nbreak", " ", ""})
    void a_name_is_a_visible_line(String escaped) {
        assertThat(bothRoutes("{\"company_name\": \"" + escaped + "\"}"))
                .allSatisfy(line -> assertThat(line).startsWith("400 INVALID_FIELD: company_name" + TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "half \\udc00 pair", "\\udc00\\ud800"})
    void half_a_surrogate_pair_is_no_text(String escaped) {
        assertThat(bothRoutes("{\"company_name\": \"" + escaped + "\"}"))
                .allSatisfy(line -> assertThat(line).startsWith("400 INVALID_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "5f0c9d3b7a1e42d68c0b91fe\\u0000"})
    void an_id_with_such_characters_is_refused_like_any_other_text(String escaped) {
        String get = "/beta/partner/customer/v1/get";
        assertThat(line(get, "{\"end_customer_client_id\": \"" + escaped + "\"}"))
                .startsWith("400 INVALID_");
        String credentials = "{\"client_id\": \"%s\", \"secret\": \"%s\"}".formatted(escaped, escaped);
        HttpResponse<String> answer = server.send(server.request(get)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(credentials))
                .build());
        assertThat(WireError.line(answer)).startsWith("400 INVALID_");
    }

    @ParameterizedTest
    @CsvSource({"company_name, 256", "website, 256", "application_name, 256", "legal_entity_name, 256"})
    void a_text_has_an_end(String field, int length) {
        String fields = Json.object().put(field, "x".repeat(length)).toString();
        assertThat(bothRoutes(fields))
                .allSatisfy(line -> assertThat(line)
                        .startsWith("400 INVALID_FIELD: " + field + " must be ")
                        .endsWith("at most " + (length - 1) + " characters"));
    }

    @Test
    void a_picture_that_is_no_logo_is_refused() throws Exception {
        assertThat(logo(Pictures.picture("png", 1))).isEqualTo(NOT_A_LOGO);
        assertThat(logo(Pictures.picture("png", 1_025))).isEqualTo(NOT_A_LOGO);
        assertThat(logo(Pictures.picture("jpg", 1_024))).isEqualTo(NOT_A_LOGO);
        assertThat(logo(Pictures.bomb())).isEqualTo(NOT_A_LOGO);
        assertThat(logo("not base64 at all")).isEqualTo(NOT_A_LOGO);
        assertThat(logo("")).isEqualTo("400 INVALID_FIELD: logo must be a PNG in base64, or null"); // "" clears nothing
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/callback?next=1",
                "https://app.example/callback#top",
                "https://user@app.example/callback",
                "https://a.*.example/callback",
                "https://*/callback",
                "javascript:alert(1)",
                "ftp://app.example/",
                "/callback",
                "app.example"
            })
    void a_redirect_uri_is_a_plain_web_address(String uri) {
        ObjectNode fields = Json.object();
        fields.putArray("redirect_uris").add("https://fine.example/").add(uri);
        assertThat(bothRoutes(fields.toString()))
                .allSatisfy(line -> assertThat(line)
                        .startsWith("400 INVALID_FIELD: redirect_uris[1] must be an absolute http or https URL"));
    }

    @Test
    void there_are_at_most_50_redirect_uris() {
        ObjectNode fields = Json.object();
        ArrayNode uris = fields.putArray("redirect_uris");
        for (int at = 0; at < 51; at++) {
            uris.add("https://app.example/" + at);
        }
        assertRefused(fields.toString(), "400 INVALID_FIELD: redirect_uris must be a list of at most 50 items");
    }

    @Test
    void http_is_for_localhost_in_sandbox() {
        String message = "400 INVALID_FIELD: redirect_uris[0] must be https (http is for localhost in sandbox)";
        assertRefused("{\"redirect_uris\": [\"http://app.example/\"]}", message);
        ObjectNode local = Bodies.little("Local");
        local.putArray("redirect_uris").add("http://localhost:3000/");
        assertThat(WireError.line(partner.postAs(partner.productionSecret(), CREATE, Json.bytes(local))))
                .isEqualTo(message);
    }

    @Test
    void nobody_agrees_in_the_future() {
        String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        assertRefused(
                "{\"bank_addendum_acceptance\": {\"customer_agreement_timestamp\": \"" + tomorrow + "\"}}",
                "400 INVALID_FIELD: bank_addendum_acceptance.customer_agreement_timestamp must be a time that is not in"
                        + " the future");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.5/hook",
                "http://172.16.4.1/hook",
                "http://192.168.1.1/hook",
                "http://100.64.0.1/hook",
                "http://[fd00::1]/hook",
                "http://169.254.169.254/latest/meta-data",
                "http://[::ffff:169.254.169.254]/",
                "https://0.0.0.0/",
                "https://user:secret@hooks.example/",
                "file:///etc/passwd",
                "gopher://hooks.example/",
                "hooks.example"
            })
    void a_webhook_never_goes_to_the_machines_own_neighbourhood(String url) {
        ObjectNode endpoint = Json.object().put("url", url).put("environment", "sandbox");
        String path = "/api/v1/partners/" + partner.id() + "/webhook-endpoints";
        HttpResponse<String> answer = server.adminAnswer("POST", path, endpoint);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Json.parse(answer.body()).path("code").asText()).isEqualTo("REQUEST_INVALID");
        assertThat(server.admin(path).path("items")).isEmpty();
    }

    private String logo(String base64) {
        return line(UPDATE, partner.about(customer).put("logo", base64));
    }

    private void assertRefused(String fields, String refusal) {
        assertThat(bothRoutes(fields)).containsOnly(refusal);
    }

    /// The refusals of a create and of an update with `fields`.
    private List<String> bothRoutes(String fields) {
        return List.of(
                line(CREATE, with(Bodies.little("Never made"), fields)),
                line(UPDATE, with(partner.about(customer), fields)));
    }

    /// `body` with `fields` in front: as text, because some of them no JSON library would write.
    private static String with(ObjectNode body, String fields) {
        Json.parse(fields).fieldNames().forEachRemaining(body::remove);
        return fields.substring(0, fields.length() - 1)
                + (body.isEmpty() ? "" : ",")
                + body.toString().substring(1);
    }

    private String line(String path, ObjectNode body) {
        return line(path, body.toString());
    }

    private String line(String path, String body) {
        return WireError.line(partner.postAs(partner.sandboxSecret(), path, body.getBytes(UTF_8)));
    }
}
