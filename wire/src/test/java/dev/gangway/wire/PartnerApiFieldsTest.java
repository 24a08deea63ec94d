package dev.gangway.wire;

import static dev.gangway.wire.PartnerApi.example;
import static dev.gangway.wire.PartnerApi.operation;
import static dev.gangway.wire.PartnerApi.operations;
import static dev.gangway.wire.PartnerApi.optional;
import static dev.gangway.wire.PartnerApi.required;
import static dev.gangway.wire.PartnerApi.topLevel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.catalog.BodyCheck;
import dev.gangway.catalog.Field;
import dev.gangway.catalog.Findings;
import dev.gangway.catalog.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The fields of `partner-api.yaml`.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartnerApiFieldsTest {
    private static final Operation BETA_CREATE = operation("betaPartnerCustomerV1Create");
    private static final Operation UPDATE = operation("betaPartnerCustomerV1Update");
    private static final Operation CLASSIC_CREATE = operation("partnerCustomerCreate");

    @Test
    void of_beta_create_are_required_in_this_order() {
        assertThat(required(BETA_CREATE))
                .containsExactly("company_name", "website", "application_name", "address", "customer_support_info");
    }

    @Test
    void of_beta_create_are_otherwise_optional() {
        assertThat(optional(BETA_CREATE))
                .containsExactly(
                        "is_diligence_attested",
                        "products",
                        "create_link_customization",
                        "logo",
                        "legal_entity_name",
                        "technical_contact",
                        "billing_contact",
                        "redirect_uris",
                        "bank_addendum_acceptance",
                        "questionnaires");
    }

    @Test
    void of_classic_create_are_required_in_this_order() {
        assertThat(required(CLASSIC_CREATE))
                .containsExactly(
                        "company_name",
                        "is_diligence_attested",
                        "legal_entity_name",
                        "website",
                        "application_name",
                        "address",
                        "is_bank_addendum_completed");
    }

    @Test
    void of_update_that_plaid_documents_are_four() {
        assertThat(topLevel(UPDATE.request(), field -> !field.isAddition()))
                .containsExactly(
                        "end_customer_client_id",
                        "legal_entity_name",
                        "redirect_uris",
                        "bank_addendum_acceptance",
                        "questionnaires");
    }

    @Test
    void of_update_are_all_those_of_beta_create() {
        assertThat(optional(UPDATE)).containsAll(required(BETA_CREATE)).containsAll(optional(BETA_CREATE));
    }

    @Test
    void that_are_missing_are_named_all_at_once() {
        assertThat(BodyCheck.check(BETA_CREATE, Json.object()).missing()).isEqualTo(required(BETA_CREATE));
    }

    @Test
    void of_a_contact_or_address_may_be_given_bit_by_bit_where_requirements_wait_for_the_rest() {
        ObjectNode update = Json.object().put("end_customer_client_id", "c");
        update.putObject("technical_contact").put("email", "ada@example.com");
        update.putObject("address").put("city", "Portland").putNull("street");
        update.putObject("questionnaires").putObject("cra").putObject("purposes");
        assertThat(BodyCheck.check(UPDATE, update)).isEqualTo(Findings.NONE);
    }

    @Test
    void of_a_contact_or_address_come_together_where_nothing_waits_for_the_rest() {
        ObjectNode create = example(CLASSIC_CREATE, "minimal");
        create.putObject("technical_contact").put("email", "ada@example.com");
        create.putObject("address").put("city", "Portland");
        assertThat(BodyCheck.check(CLASSIC_CREATE, create).missing())
                .containsExactly(
                        "address.street",
                        "address.postal_code",
                        "address.country_code",
                        "technical_contact.given_name",
                        "technical_contact.family_name");
    }

    @Test
    void that_are_secrets_are_marked() {
        assertThat(operations().stream()
                        .flatMap(operation ->
                                Stream.concat(Stream.of(operation.request()), operation.responses().values().stream()))
                        .flatMap(body -> body.fields().stream())
                        .filter(Field::isSecret)
                        .map(Field::path)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "secret",
                        "end_customer.secrets.sandbox",
                        "end_customer.secrets.production",
                        "production_secret");
    }

    @Test
    void the_logo_of_the_example_is_a_real_one() throws IOException {
        ObjectNode full = example(BETA_CREATE, "full");
        byte[] png = Base64.getDecoder().decode(full.path("logo").asText());
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(1024);
        assertThat(image.getHeight()).isEqualTo(1024);
    }
}
