package dev.gangway.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Requests that break two neighbouring rules at once are told of the first, in the order of the error table.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErrorOrderTest {
    private static final String CREATE = "/beta/partner/customer/v1/create";
    private static final String CLASSIC = "/partner/customer/create";
    private static final String ENABLE = "/beta/partner/customer/v1/enable";
    private static final String WRONG_SECRET = "wrong";
    private static final String NOBODY = "0123456789abcdef01234567";

    private final Server server = Server.shared();
    private final TestPartner partner = server.partner();

    @Test
    void the_route_comes_before_the_body() {
        assertThat(code(partner.postAs(partner.sandboxSecret(), "/partner/customer/creat", bytes("{"))))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void the_body_comes_before_the_headers() {
        assertThat(code(partner.postAs(partner.sandboxSecret(), CREATE, bytes("{"), "Plaid-Version", "1999-01-01")))
                .isEqualTo("INVALID_BODY");
    }

    @Test
    void the_headers_come_before_the_credentials() {
        assertThat(code(partner.postAs(WRONG_SECRET, CREATE, bytes("{}"), "Plaid-Version", "1999-01-01")))
                .isEqualTo("INVALID_HEADERS");
    }

    @Test
    void the_credentials_come_before_unknown_fields() {
        assertThat(code(partner.postAs(WRONG_SECRET, CREATE, bytes("{\"surprise\": 1}"))))
                .isEqualTo("INVALID_API_KEYS");
    }

    @Test
    void unknown_fields_come_before_missing_ones() {
        assertThat(code(partner.post(CREATE, Json.object().put("surprise", 1)))).isEqualTo("UNKNOWN_FIELDS");
    }

    @Test
    void missing_fields_come_before_invalid_ones() {
        assertThat(code(partner.post(CREATE, Json.object().put("company_name", 7))))
                .isEqualTo("MISSING_FIELDS");
    }

    @Test
    void invalid_fields_come_before_the_rules_of_the_business() {
        TestPartner unsigned = server.partner(settings -> settings.put("flowdown_completed", false));
        assertThat(code(unsigned.post(CREATE, Bodies.little("Invalid").put("company_name", 7))))
                .isEqualTo("INVALID_FIELD");
        assertThat(code(partner.post(ENABLE, partner.about(NOBODY).put("products", 7))))
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    void that_the_customer_is_unknown_comes_before_the_agreements() {
        TestPartner unsigned = server.partner(settings -> settings.put("flowdown_completed", false));
        assertThat(code(unsigned.post(ENABLE, unsigned.about(NOBODY)))).isEqualTo("CUSTOMER_NOT_FOUND");
    }

    @Test
    void the_flowdown_comes_before_the_questionnaire() {
        TestPartner unsigned = server.partner(
                settings -> settings.put("flowdown_completed", false).put("questionnaire_completed", false));
        assertThat(code(unsigned.post(CREATE, Bodies.little("Unsigned")))).isEqualTo("FLOWDOWN_NOT_COMPLETE");
    }

    @Test
    void the_questionnaire_comes_before_the_logo() {
        TestPartner unsigned = server.partner(
                settings -> settings.put("questionnaire_completed", false).put("co_branded_consent", true));
        assertThat(code(unsigned.post(CREATE, Bodies.little("Unasked").put("create_link_customization", true))))
                .isEqualTo("QUESTIONNAIRE_NOT_COMPLETE");
    }

    @Test
    void that_the_application_exists_comes_before_a_missing_logo() {
        TestPartner branded = server.partner(settings -> settings.put("co_branded_consent", true));
        branded.createLittle("Twice");
        assertThat(code(branded.post(CREATE, Bodies.little("Twice").put("create_link_customization", true))))
                .isEqualTo("CUSTOMER_ALREADY_CREATED");
    }

    @Test
    void a_bad_logo_comes_before_missing_contacts() {
        ObjectNode body = withoutContacts("Bad logo").put("logo", Pictures.picture("png", 1));
        assertThat(code(partner.post(CLASSIC, body))).isEqualTo("INVALID_LOGO");
    }

    @Test
    void contacts_come_before_assets() {
        TestPartner committed = server.partner(settings -> settings.put("monthly_service_commitment", true));
        assertThat(code(committed.post(CLASSIC, withoutContacts("No contacts"))))
                .isEqualTo("CONTACT_REQUIRED");
    }

    @Test
    void assets_come_before_products() {
        TestPartner committed = server.partner(settings -> {
            settings.put("monthly_service_commitment", true);
            settings.putArray("products").add("auth");
        });
        assertThat(code(committed.post(CLASSIC, Bodies.classic("No assets"))))
                .isEqualTo("ASSETS_UNDER_MANAGEMENT_REQUIRED");
    }

    @Test
    void products_come_before_being_a_reseller_at_all() {
        TestPartner plain = server.partner(settings -> {
            settings.put("reseller", false);
            settings.putArray("products").add("auth");
        });
        assertThat(code(plain.post(CLASSIC, Bodies.classic("Foreign product")))).isEqualTo("INVALID_PRODUCT");
        ObjectNode own = Bodies.classic("Own product");
        own.putArray("products").add("auth");
        assertThat(code(plain.post(CLASSIC, own))).isEqualTo("UNAUTHORIZED_ROUTE_ACCESS");
    }

    @Test
    void that_the_customer_is_unknown_comes_before_sandbox_only() {
        byte[] body = Json.bytes(partner.about(NOBODY).put("decision", "APPROVE"));
        assertThat(code(partner.postAs(partner.productionSecret(), "/sandbox/partner/customer/review", body)))
                .isEqualTo("CUSTOMER_NOT_FOUND");
    }

    private static ObjectNode withoutContacts(String applicationName) {
        ObjectNode body = Bodies.classic(applicationName);
        body.remove("technical_contact");
        body.remove("billing_contact");
        return body;
    }

    private static String code(HttpResponse<String> answer) {
        return WireError.of(answer).code();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
