package dev.gangway.tests;

import static dev.gangway.tests.Official.call;
import static dev.gangway.tests.Official.little;
import static dev.gangway.tests.Official.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.plaid.client.model.BetaPartnerCustomerV1EnableRequest;
import com.plaid.client.model.BetaPartnerCustomerV1GetRequest;
import com.plaid.client.model.BetaPartnerCustomerV1UpdateRequest;
import com.plaid.client.model.PartnerCustomerCreateRequest;
import com.plaid.client.model.PartnerCustomerEnableRequest;
import com.plaid.client.model.PartnerCustomerRemoveRequest;
import com.plaid.client.model.PartnerEndCustomerAddress;
import com.plaid.client.model.PlaidError;
import com.plaid.client.model.Products;
import com.plaid.client.model.WebhookVerificationKeyGetRequest;
import com.plaid.client.request.PlaidApi;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import retrofit2.Call;

/// Every business error of the table, provoked through the official Java client.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryErrorTest {
    private static final Set<String> PROVOKED = new TreeSet<>();

    private final Server server = Server.shared();

    @Test
    void customer_not_found() throws Exception {
        PlaidApi plaid = server.partner().sandbox();
        assertRefused(
                plaid.betaPartnerCustomerV1Get(
                        new BetaPartnerCustomerV1GetRequest().endCustomerClientId("0123456789abcdef01234567")),
                "PARTNER_ERROR",
                "CUSTOMER_NOT_FOUND",
                "the customer was not found");
        String foreign = server.partner().createLittle("Of another partner");
        assertRefused(
                plaid.betaPartnerCustomerV1Get(new BetaPartnerCustomerV1GetRequest().endCustomerClientId(foreign)),
                "PARTNER_ERROR",
                "CUSTOMER_NOT_FOUND",
                "the customer was not found");
    }

    @Test
    void agreements_that_the_partner_lacks() throws Exception {
        PlaidApi noFlowdown = server.partner(settings -> settings.put("flowdown_completed", false))
                .sandbox();
        assertRefused(
                noFlowdown.betaPartnerCustomerV1Create(little("No flowdown")),
                "PARTNER_ERROR",
                "FLOWDOWN_NOT_COMPLETE",
                "you must complete a flowdown to create and enable customers");
        PlaidApi noQuestionnaire = server.partner(settings -> settings.put("questionnaire_completed", false))
                .sandbox();
        assertRefused(
                noQuestionnaire.betaPartnerCustomerV1Create(little("No questionnaire")),
                "PARTNER_ERROR",
                "QUESTIONNAIRE_NOT_COMPLETE",
                "you must complete the security questionnaire to create and enable customers");
    }

    @Test
    void enabling_too_early_and_too_often() throws Exception {
        TestPartner partner = server.partner();
        PlaidApi plaid = partner.sandbox();
        String early = partner.createLittle("Enabled too early");
        assertRefused(
                plaid.betaPartnerCustomerV1Enable(new BetaPartnerCustomerV1EnableRequest().endCustomerClientId(early)),
                "PARTNER_ERROR",
                "CUSTOMER_NOT_READY_FOR_ENABLEMENT",
                "this customer is not ready for enablement");
        String ready = partner.createReady("Enabled twice");
        call(plaid.partnerCustomerEnable(new PartnerCustomerEnableRequest().endCustomerClientId(ready)));
        assertRefused(
                plaid.partnerCustomerEnable(new PartnerCustomerEnableRequest().endCustomerClientId(ready)),
                "PARTNER_ERROR",
                "CUSTOMER_ALREADY_ENABLED",
                "this customer has already been enabled");
        assertRefused(
                plaid.partnerCustomerRemove(new PartnerCustomerRemoveRequest().endCustomerClientId(ready)),
                "PARTNER_ERROR",
                "CUSTOMER_REMOVAL_NOT_ALLOWED",
                "removal of a production-enabled end customer is not allowed. talk to your account manager to remove this end customer.");
    }

    @Test
    void the_same_application_twice() throws Exception {
        PlaidApi plaid = server.partner().sandbox();
        call(plaid.betaPartnerCustomerV1Create(little("Twice")));
        assertRefused(
                plaid.betaPartnerCustomerV1Create(little("Twice")),
                "PARTNER_ERROR",
                "CUSTOMER_ALREADY_CREATED",
                "this customer has already been created");
    }

    @Test
    void logos() throws Exception {
        PlaidApi plaid = server.partner(settings -> settings.put("co_branded_consent", true))
                .sandbox();
        assertRefused(
                plaid.betaPartnerCustomerV1Create(little("Without logo").createLinkCustomization(true)),
                "PARTNER_ERROR",
                "LOGO_REQUIRED",
                "a logo is required because create_link_customization is set to true and the co-branded consent pane is in use");
        assertRefused(
                plaid.betaPartnerCustomerV1Create(little("With a JPEG").logo(Pictures.picture("jpg", 1024))),
                "PARTNER_ERROR",
                "INVALID_LOGO",
                "the logo must be a base64-encoded string of a PNG of size 1024x1024");
    }

    @Test
    void what_the_classic_route_wants_besides() throws Exception {
        assertRefused(
                server.partner().sandbox().partnerCustomerCreate(classic("Without contacts")),
                "PARTNER_ERROR",
                "CONTACT_REQUIRED",
                "billing or technical contacts must be submitted either in the request or filled in for your team in the dashboard");
        TestPartner committed = server.partner(settings -> {
            settings.put("monthly_service_commitment", true);
            settings.set("technical_contact", Bodies.contact("ada"));
            settings.set("billing_contact", Bodies.contact("grace"));
        });
        assertRefused(
                committed.sandbox().partnerCustomerCreate(classic("Without assets")),
                "PARTNER_ERROR",
                "ASSETS_UNDER_MANAGEMENT_REQUIRED",
                "assets under management must be submitted because your team has a monthly service commitment");
    }

    @Test
    void a_product_that_the_partner_does_not_have() throws Exception {
        PlaidApi plaid = server.partner(
                        settings -> settings.putArray("products").add("auth"))
                .sandbox();
        assertRefused(
                plaid.betaPartnerCustomerV1Create(little("Foreign product").addProductsItem(Products.TRANSACTIONS)),
                "INVALID_INPUT",
                "INVALID_PRODUCT",
                "client is not authorized to access the following products: [transactions]");
    }

    @Test
    void credentials() throws Exception {
        TestPartner partner = server.partner();
        assertRefused(
                partner.client(partner.clientId(), "not-the-secret").betaPartnerCustomerV1Create(little("Intruder")),
                "INVALID_INPUT",
                "INVALID_API_KEYS",
                "invalid client_id or secret provided");
        var created = call(partner.sandbox().betaPartnerCustomerV1Create(little("Has keys")))
                .getEndCustomer();
        assertRefused(
                partner.client(created.getClientId(), created.getSecrets().getSandbox())
                        .betaPartnerCustomerV1Create(little("By an end customer")),
                "INVALID_INPUT",
                "UNAUTHORIZED_ROUTE_ACCESS",
                "you are not authorized to access this route in this api environment.");
        assertRefused(
                server.partner(settings -> settings.put("reseller", false))
                        .sandbox()
                        .betaPartnerCustomerV1Create(little("No reseller")),
                "INVALID_INPUT",
                "UNAUTHORIZED_ROUTE_ACCESS",
                "you are not authorized to access this route in this api environment.");
    }

    @Test
    void fields() throws Exception {
        PlaidApi plaid = server.partner().sandbox();
        assertThat(refused(plaid.betaPartnerCustomerV1Create(
                                little("x").companyName(null).address(null)))
                        .getErrorMessage())
                .isEqualTo("the following required fields are missing: company_name, address");
        PlaidError invalid = refused(plaid.betaPartnerCustomerV1Update(new BetaPartnerCustomerV1UpdateRequest()
                .endCustomerClientId("0123456789abcdef01234567")
                .addRedirectUrisItem("https://example.com/?query=1")));
        assertThat(invalid.getErrorCode()).isEqualTo("INVALID_FIELD");
        assertThat(invalid.getErrorMessage()).contains("redirect_uris[0]");
    }

    @Test
    void a_webhook_key_of_nobody() throws Exception {
        PlaidError refused = refused(server.partner()
                .sandbox()
                .webhookVerificationKeyGet(new WebhookVerificationKeyGetRequest().keyId("nobody")));
        assertThat(refused.getErrorCode()).isEqualTo("INVALID_WEBHOOK_VERIFICATION_KEY_ID");
    }

    @AfterAll
    static void each_business_error_was_provoked() {
        assertThat(PROVOKED)
                .contains(
                        "ASSETS_UNDER_MANAGEMENT_REQUIRED",
                        "CONTACT_REQUIRED",
                        "CUSTOMER_ALREADY_CREATED",
                        "CUSTOMER_ALREADY_ENABLED",
                        "CUSTOMER_NOT_FOUND",
                        "CUSTOMER_NOT_READY_FOR_ENABLEMENT",
                        "CUSTOMER_REMOVAL_NOT_ALLOWED",
                        "FLOWDOWN_NOT_COMPLETE",
                        "INVALID_LOGO",
                        "INVALID_PRODUCT",
                        "LOGO_REQUIRED",
                        "QUESTIONNAIRE_NOT_COMPLETE");
    }

    private static PartnerCustomerCreateRequest classic(String applicationName) {
        return new PartnerCustomerCreateRequest()
                .companyName("Blue Water")
                .legalEntityName("Blue Water SA")
                .isDiligenceAttested(true)
                .isBankAddendumCompleted(true)
                .website("https://bluewater.example")
                .applicationName(applicationName)
                .addProductsItem(Products.TRANSACTIONS)
                .address(new PartnerEndCustomerAddress()
                        .city("Paris")
                        .street("1 rue de la Paix")
                        .region("IDF")
                        .postalCode("75002")
                        .countryCode("FR"));
    }

    private static void assertRefused(Call<?> call, String type, String code, String message) throws IOException {
        PlaidError error = refused(call);
        assertThat(error.getErrorType().getValue()).isEqualTo(type);
        assertThat(error.getErrorCode()).isEqualTo(code);
        assertThat(error.getErrorMessage()).isEqualTo(message);
    }

    private static PlaidError refused(Call<?> call) throws IOException {
        PlaidError error = refusal(call);
        PROVOKED.add(error.getErrorCode());
        assertThat(error.getRequestId()).matches("[0-9A-Za-z]{15}");
        assertThat(error.getDisplayMessage()).isNull();
        return error;
    }
}
