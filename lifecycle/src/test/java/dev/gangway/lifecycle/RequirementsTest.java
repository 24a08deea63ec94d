package dev.gangway.lifecycle;

import static dev.gangway.lifecycle.Requirement.BANK_ADDENDUM_ACCEPTANCE;
import static dev.gangway.lifecycle.Requirement.QUESTIONNAIRES_CRA;
import static dev.gangway.lifecycle.Requirements.due;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequirementsTest {
    private static final List<String> EVERY_PRODUCT = List.of("auth", "cra_base_report");

    @Nested
    class Of_a_customer_nothing_is_known_about {
        @ParameterizedTest
        @ValueSource(strings = {"auth", "transactions", "identity", "craft"})
        void everything_but_the_questionnaire_is_due_for_most_products(String product) {
            assertThat(due(Profile.EMPTY, PartnerDefaults.NONE, List.of(product)))
                    .extracting(Requirement::wire)
                    .containsExactly(
                            "legal_entity_name",
                            "website",
                            "application_name",
                            "is_diligence_attested",
                            "technical_contact",
                            "billing_contact",
                            "address",
                            "bank_addendum_acceptance");
        }

        @ParameterizedTest
        @ValueSource(strings = {"cra_base_report", "cra_income_insights", "cra_"})
        void a_consumer_report_product_needs_the_questionnaire_besides(String product) {
            assertThat(due(Profile.EMPTY, PartnerDefaults.NONE, List.of(product)))
                    .containsExactly(Requirement.values())
                    .endsWith(QUESTIONNAIRES_CRA);
        }

        @Test
        void nothing_is_due_for_no_products() {
            assertThat(due(Profile.EMPTY, PartnerDefaults.NONE, List.of())).isEmpty();
        }
    }

    @Nested
    class Of_a_customer_everything_is_known_about {
        @Test
        void nothing_is_due() {
            assertThat(due(Profiles.complete(), PartnerDefaults.NONE, EVERY_PRODUCT))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {"legal_entity_name": null}                    | LEGAL_ENTITY_NAME
                {"legal_entity_name": " "}                     | LEGAL_ENTITY_NAME
                {"legal_entity_name": 7}                       | LEGAL_ENTITY_NAME
                {"website": null}                              | WEBSITE
                {"application_name": ""}                       | APPLICATION_NAME
                {"is_diligence_attested": null}                | IS_DILIGENCE_ATTESTED
                {"is_diligence_attested": false}               | IS_DILIGENCE_ATTESTED
                {"technical_contact": null}                    | TECHNICAL_CONTACT
                {"technical_contact": {"given_name": null}}    | TECHNICAL_CONTACT
                {"technical_contact": {"family_name": " "}}    | TECHNICAL_CONTACT
                {"technical_contact": {"email": null}}         | TECHNICAL_CONTACT
                {"billing_contact": null}                      | BILLING_CONTACT
                {"billing_contact": {"email": null}}           | BILLING_CONTACT
                {"address": null}                              | ADDRESS
                {"address": {"street": null}}                  | ADDRESS
                {"address": {"city": null}}                    | ADDRESS
                {"address": {"postal_code": " "}}              | ADDRESS
                {"address": {"country_code": null}}            | ADDRESS
                {"address": {"region": null}}                  | ADDRESS
                {"bank_addendum_acceptance": null}             | BANK_ADDENDUM_ACCEPTANCE
                {"bank_addendum_acceptance": {"customer_accepted": false}}           | BANK_ADDENDUM_ACCEPTANCE
                {"bank_addendum_acceptance": {"customer_ip_address": null}}          | BANK_ADDENDUM_ACCEPTANCE
                {"bank_addendum_acceptance": {"customer_agreement_timestamp": null}} | BANK_ADDENDUM_ACCEPTANCE
                {"questionnaires": null}                       | QUESTIONNAIRES_CRA
                {"questionnaires": {"cra": {"purposes": null}}}                                | QUESTIONNAIRES_CRA
                {"questionnaires": {"cra": {"purposes": {"EMPLOYMENT": null}}}}                | QUESTIONNAIRES_CRA
                {"questionnaires": {"cra": {"purposes": {"EMPLOYMENT": {"use_cases": []}}}}}   | QUESTIONNAIRES_CRA
                {"questionnaires": {"cra": {"purposes": {"EMPLOYMENT": {"use_cases": null}}}}} | QUESTIONNAIRES_CRA
                {"questionnaires": {"cra": {"is_third_party_involved": null}}}                 | QUESTIONNAIRES_CRA
                {"questionnaires": {"cra": {"is_technical_service_provider_involved": null}}}  | QUESTIONNAIRES_CRA
                """)
        void one_thing_missing_is_one_thing_due(String update, Requirement requirement) {
            assertThat(due(Profiles.completeBut(update), PartnerDefaults.NONE, EVERY_PRODUCT))
                    .containsExactly(requirement);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"company_name\": null}",
                    "{\"address\": {\"region\": null, \"country_code\": \"GB\"}}",
                    "{\"questionnaires\": {\"cra\": {\"is_third_party_involved\": true}}}",
                    "{\"questionnaires\": {\"cra\": {\"purposes\": {\"INSURANCE_UNDERWRITING\": {\"use_cases\": []}}}}}",
                })
        void nothing_is_due_for_what_no_requirement_asks(String update) {
            assertThat(due(Profiles.completeBut(update), PartnerDefaults.NONE, EVERY_PRODUCT))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"US", "CA"})
        void the_region_is_part_of_an_address_in_the_us_and_canada(String country) {
            Profile customer = Profiles.completeBut(
                    "{\"address\": {\"region\": null, \"country_code\": \"%s\"}}".formatted(country));
            assertThat(due(customer, PartnerDefaults.NONE, EVERY_PRODUCT)).containsExactly(Requirement.ADDRESS);
        }
    }

    @Nested
    class The_bank_addendum {
        @Test
        void is_met_by_the_partners_attestation_on_the_classic_route_too() {
            Profile customer =
                    Profiles.completeBut("{\"bank_addendum_acceptance\": null, \"is_bank_addendum_completed\": true}");
            assertThat(due(customer, PartnerDefaults.NONE, EVERY_PRODUCT)).isEmpty();
        }

        @Test
        void is_due_where_the_attestation_is_false() {
            Profile customer =
                    Profiles.completeBut("{\"bank_addendum_acceptance\": null, \"is_bank_addendum_completed\": false}");
            assertThat(due(customer, PartnerDefaults.NONE, EVERY_PRODUCT)).containsExactly(BANK_ADDENDUM_ACCEPTANCE);
        }
    }

    @Nested
    class The_partners_default_contact {
        private static final Contact COMPLETE = new Contact("Cy", "Ek", "cy@partner.example");
        private static final Contact INCOMPLETE = new Contact("Cy", null, "cy@partner.example");

        @ParameterizedTest
        @ValueSource(strings = {"null", "{\"email\": null}"})
        void stands_in_for_one_that_is_missing_or_incomplete(String own) {
            Profile customer =
                    Profiles.completeBut("{\"technical_contact\": %s, \"billing_contact\": %s}".formatted(own, own));
            assertThat(due(customer, new PartnerDefaults(COMPLETE, COMPLETE), EVERY_PRODUCT))
                    .isEmpty();
            assertThat(due(customer, new PartnerDefaults(COMPLETE, null), EVERY_PRODUCT))
                    .containsExactly(Requirement.BILLING_CONTACT);
            assertThat(due(customer, new PartnerDefaults(null, COMPLETE), EVERY_PRODUCT))
                    .containsExactly(Requirement.TECHNICAL_CONTACT);
        }

        @Test
        void does_not_stand_in_when_it_is_incomplete_itself() {
            Profile customer = Profiles.completeBut("{\"technical_contact\": null}");
            assertThat(due(customer, new PartnerDefaults(INCOMPLETE, COMPLETE), EVERY_PRODUCT))
                    .containsExactly(Requirement.TECHNICAL_CONTACT);
        }
    }

    @Nested
    class The_table {
        @Test
        void asks_for_every_requirement_once() {
            assertThat(Requirements.TABLE.stream().flatMap(row -> row.needs().stream()))
                    .containsExactlyElementsOf(EnumSet.allOf(Requirement.class));
        }

        @ParameterizedTest
        @EnumSource
        void names_fields_that_a_profile_can_hold(Requirement requirement) {
            ObjectNode update = Profiles.only(requirement.fields());
            assertThat(Profile.of(update).json()).isEqualTo(update);
        }
    }
}
