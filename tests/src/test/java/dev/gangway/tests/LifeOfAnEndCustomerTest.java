package dev.gangway.tests;

import static com.plaid.client.model.PartnerEndCustomerOAuthInstitutionApplicationStatus.ATTENTION_REQUIRED;
import static com.plaid.client.model.PartnerEndCustomerOAuthInstitutionApplicationStatus.ENABLED;
import static com.plaid.client.model.PartnerEndCustomerRequirementDue.ADDRESS;
import static com.plaid.client.model.PartnerEndCustomerRequirementDue.BANK_ADDENDUM_ACCEPTANCE;
import static com.plaid.client.model.PartnerEndCustomerRequirementDue.BILLING_CONTACT;
import static com.plaid.client.model.PartnerEndCustomerRequirementDue.IS_DILIGENCE_ATTESTED;
import static com.plaid.client.model.PartnerEndCustomerRequirementDue.LEGAL_ENTITY_NAME;
import static com.plaid.client.model.PartnerEndCustomerRequirementDue.QUESTIONNAIRES_CRA;
import static com.plaid.client.model.PartnerEndCustomerRequirementDue.TECHNICAL_CONTACT;
import static com.plaid.client.model.PartnerEndCustomerStatus.ACTIVE;
import static com.plaid.client.model.PartnerEndCustomerStatus.MORE_INFORMATION_NEEDED;
import static com.plaid.client.model.PartnerEndCustomerStatus.PENDING_ENABLEMENT;
import static com.plaid.client.model.PartnerEndCustomerStatus.UNDER_REVIEW;
import static dev.gangway.tests.Official.call;
import static dev.gangway.tests.Official.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.plaid.client.model.BetaPartnerCustomerV1EnableRequest;
import com.plaid.client.model.BetaPartnerCustomerV1EnableResponse;
import com.plaid.client.model.BetaPartnerCustomerV1GetRequest;
import com.plaid.client.model.BetaPartnerEndCustomer;
import com.plaid.client.model.BetaPartnerEndCustomerWithSecrets;
import com.plaid.client.model.PartnerCustomerOAuthInstitutionsGetRequest;
import com.plaid.client.model.PartnerCustomerRemoveRequest;
import com.plaid.client.model.PartnerEndCustomerOAuthInstitution;
import com.plaid.client.model.Products;
import com.plaid.client.request.PlaidApi;
import dev.gangway.base.Json;
import dev.gangway.tests.WebhookReceiver.Received;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The whole life of an end customer, by the official Java client against the started product.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LifeOfAnEndCustomerTest {
    private static final int INSTITUTIONS = 10;

    private final Server server = Server.shared();

    @Test
    void from_little_information_to_registered_banks() throws Exception {
        TestPartner partner = server.partner(settings -> settings.put("sandbox_review", "manual")
                .putArray("products")
                .add("auth")
                .add("cra_base_report"));
        PlaidApi plaid = partner.sandbox();
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            listen(partner, receiver);

            BetaPartnerEndCustomerWithSecrets created = call(plaid.betaPartnerCustomerV1Create(
                            Official.little("Blue Water Life")))
                    .getEndCustomer();
            assertThat(created.getStatus()).isEqualTo(MORE_INFORMATION_NEEDED);
            assertThat(created.getRequirementsDue())
                    .containsExactly(
                            LEGAL_ENTITY_NAME,
                            IS_DILIGENCE_ATTESTED,
                            TECHNICAL_CONTACT,
                            BILLING_CONTACT,
                            ADDRESS,
                            BANK_ADDENDUM_ACCEPTANCE,
                            QUESTIONNAIRES_CRA);
            assertThat(created.getSecrets().getSandbox()).matches("[0-9a-f]{30,}");
            String customer = created.getClientId();

            partner.ok("/beta/partner/customer/v1/update", aboutPeople(customer)); // more than the client's own fields
            assertThat(find(plaid, customer).getRequirementsDue())
                    .containsExactly(LEGAL_ENTITY_NAME, BANK_ADDENDUM_ACCEPTANCE, QUESTIONNAIRES_CRA);

            BetaPartnerEndCustomer complete = call(plaid.betaPartnerCustomerV1Update(Official.rest(customer)))
                    .getEndCustomer();
            assertThat(complete.getRequirementsDue()).isEmpty();
            assertThat(complete.getStatus()).isEqualTo(UNDER_REVIEW);

            server.admin(
                    "POST",
                    "/api/v1/reviews/" + customer + "/approval",
                    Json.object().put("reason", "looks good"));
            assertThat(find(plaid, customer).getStatus()).isEqualTo(PENDING_ENABLEMENT);

            BetaPartnerCustomerV1EnableResponse first =
                    call(plaid.betaPartnerCustomerV1Enable(new BetaPartnerCustomerV1EnableRequest()
                            .endCustomerClientId(customer)
                            .addProductsItem(Products.AUTH)));
            assertThat(first.getStatus()).isEqualTo(ACTIVE);
            assertThat(first.getProductStatuses())
                    .isEqualTo(Map.of("auth", "ACTIVE", "cra_base_report", "PENDING_ENABLEMENT"));
            assertThat(first.getProductionSecret()).matches("[0-9a-f]{30,}");
            BetaPartnerCustomerV1EnableResponse rest = call(plaid.betaPartnerCustomerV1Enable(
                    new BetaPartnerCustomerV1EnableRequest().endCustomerClientId(customer)));
            assertThat(rest.getProductStatuses()).isEqualTo(Map.of("auth", "ACTIVE", "cra_base_report", "ACTIVE"));

            assertThat(institutions(plaid, customer)).hasSize(INSTITUTIONS);
            receiver.await(received -> attentionRequired(received) == INSTITUTIONS);
            assertThat(institutions(plaid, customer)).allSatisfy(institution -> {
                assertThat(institution.getEnvironments().getProduction()).isEqualTo(ATTENTION_REQUIRED);
                assertThat(institution.getErrors().getFirst().getErrorMessage())
                        .isEqualTo("application logo is required");
            });

            partner.ok(
                    "/beta/partner/customer/v1/update", partner.about(customer).put("logo", Pictures.logo()));
            receiver.await(received -> with("enabled", received).size() == INSTITUTIONS);
            assertThat(institutions(plaid, customer)).allSatisfy(institution -> {
                assertThat(institution.getEnvironments().getProduction()).isEqualTo(ENABLED);
                assertThat(institution.getProductionEnablementDate()).matches("\\d{4}-\\d{2}-\\d{2}");
            });
            for (Received webhook : receiver.received()) {
                Verification.check(webhook, plaid);
            }
            assertOrdered(receiver.received());
        }
    }

    @Test
    void removal_hides_the_customer_and_frees_its_application_name() throws Exception {
        TestPartner partner = server.partner();
        PlaidApi plaid = partner.sandbox();
        String customer = call(plaid.betaPartnerCustomerV1Create(Official.little("Short Stay")))
                .getEndCustomer()
                .getClientId();
        call(plaid.partnerCustomerRemove(new PartnerCustomerRemoveRequest().endCustomerClientId(customer)));
        assertThat(refusal(plaid.betaPartnerCustomerV1Get(
                                new BetaPartnerCustomerV1GetRequest().endCustomerClientId(customer)))
                        .getErrorCode())
                .isEqualTo("CUSTOMER_NOT_FOUND");
        assertThat(call(plaid.betaPartnerCustomerV1Create(Official.little("Short Stay")))
                        .getEndCustomer()
                        .getClientId())
                .isNotEqualTo(customer);
    }

    private void listen(TestPartner partner, WebhookReceiver receiver) {
        server.admin(
                "POST",
                "/api/v1/partners/" + partner.id() + "/webhook-endpoints",
                Json.object().put("url", receiver.url()).put("environment", "sandbox"));
    }

    private static ObjectNode aboutPeople(String customer) {
        ObjectNode body = Bodies.customer(customer);
        body.set("technical_contact", Bodies.contact("ada"));
        body.set("billing_contact", Bodies.contact("grace"));
        body.set("address", Bodies.address());
        return body.put("is_diligence_attested", true);
    }

    private static BetaPartnerEndCustomer find(PlaidApi plaid, String customer) throws Exception {
        return call(plaid.betaPartnerCustomerV1Get(new BetaPartnerCustomerV1GetRequest().endCustomerClientId(customer)))
                .getEndCustomer();
    }

    private static List<PartnerEndCustomerOAuthInstitution> institutions(PlaidApi plaid, String customer)
            throws Exception {
        return call(plaid.partnerCustomerOauthInstitutionsGet(
                        new PartnerCustomerOAuthInstitutionsGetRequest().endCustomerClientId(customer)))
                .getInstitutions();
    }

    private static long attentionRequired(List<Received> received) {
        return with("attention-required", received).size();
    }

    private static List<Received> with(String status, List<Received> received) {
        return received.stream()
                .filter(webhook -> webhook.body().path("status").asText().equals(status))
                .toList();
    }

    /// Each institution's webhooks came in the order in which its status changed.
    private static void assertOrdered(List<Received> received) {
        Map<String, List<String>> byInstitution = received.stream()
                .collect(Collectors.groupingBy(
                        webhook -> webhook.body().path("institution_id").asText(),
                        Collectors.mapping(
                                webhook -> webhook.body().path("status").asText(), Collectors.toList())));
        assertThat(byInstitution.values())
                .allSatisfy(statuses -> assertThat(statuses)
                        .containsExactly("processing", "attention-required", "processing", "approved", "enabled"));
    }
}
