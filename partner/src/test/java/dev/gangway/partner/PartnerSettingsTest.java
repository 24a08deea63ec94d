package dev.gangway.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.lifecycle.Contact;
import dev.gangway.lifecycle.ReviewPolicy;
import dev.gangway.lifecycle.SupportInfo;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PartnerSettingsTest {
    private static final Contact ADA = new Contact("Ada", "Lovelace", "ada@harbour.example");

    @Test
    void of_a_new_partner_let_it_resell_after_a_flowdown_and_a_questionnaire() {
        assertThat(Json.MAPPER.<ObjectNode>valueToTree(PartnerSettings.DEFAULT)).isEqualTo(Json.parse("""
                {
                  "reseller": true,
                  "products": ["transactions", "auth", "identity", "assets", "liabilities", "investments",
                    "cra_base_report"],
                  "flowdown_completed": false, "questionnaire_completed": false,
                  "co_branded_consent": false, "monthly_service_commitment": false,
                  "sandbox_review": "auto", "production_review": "manual",
                  "technical_contact": null, "billing_contact": null, "customer_support_info": null
                }"""));
    }

    @Nested
    class A_merge_patch {
        @Test
        void replaces_what_is_given_and_keeps_the_rest() {
            PartnerSettings patched = patch(PartnerSettings.DEFAULT, """
                    {"flowdown_completed": true, "products": ["auth"], "production_review": "auto"}""");
            assertThat(patched.flowdownCompleted()).isTrue();
            assertThat(patched.products()).containsExactly("auth");
            assertThat(patched.productionReview()).isEqualTo(ReviewPolicy.AUTO);
            assertThat(patched.reseller()).isTrue();
            assertThat(patched.sandboxReview()).isEqualTo(ReviewPolicy.AUTO);
        }

        @Test
        void merges_into_a_contact_and_clears_one_by_null() {
            PartnerSettings two = patch(PartnerSettings.DEFAULT, """
                    {"technical_contact": {"given_name": "Ada", "family_name": "Lovelace", "email": "a@b.example"},
                     "billing_contact": {"given_name": "Grace", "family_name": "Hopper", "email": "g@b.example"}}""");
            PartnerSettings one = patch(two, """
                    {"technical_contact": {"email": "ada@harbour.example"}, "billing_contact": null}""");
            assertThat(one.technicalContact()).isEqualTo(ADA);
            assertThat(one.billingContact()).isNull();
        }

        @Test
        void may_tell_any_part_of_the_support_info() {
            assertThat(patch(PartnerSettings.DEFAULT, """
                    {"customer_support_info": {"email": "help@harbour.example"}}""").customerSupportInfo())
                    .isEqualTo(new SupportInfo("help@harbour.example", null, null, null));
        }

        @Test
        void that_is_empty_changes_nothing() {
            assertThat(patch(PartnerSettings.DEFAULT, "{}")).isEqualTo(PartnerSettings.DEFAULT);
        }
    }

    @Nested
    class A_patch_is_refused {
        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"products\": []} | products: must name at least one",
                    "{\"products\": [\"auth\", \"auth\"]} | products: must name each once",
                    "{\"products\": [\"auth\", \"gold\"]} | products: must be known names, got gold",
                    "{\"products\": null} | products: must have a value, got null",
                    "{\"reseller\": null} | reseller: must have a value, got null",
                    "{\"sandbox_review\": null} | sandbox_review: must have a value, got null",
                    "{\"technical_contact\": {\"email\": \"a@b.example\"}}"
                            + " | technical_contact: must have given_name, family_name and email, or be null",
                    "{\"billing_contact\": {\"given_name\": \"\", \"family_name\": \"H\", \"email\": \"g@b.example\"}}"
                            + " | billing_contact: must have given_name, family_name and email, or be null",
                })
        void when_the_result_would_break_a_rule(String patch, String detail) {
            assertThatThrownBy(() -> patch(PartnerSettings.DEFAULT, patch))
                    .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
                        assertThat(refusal.detail()).isEqualTo(detail);
                    });
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {"{\"resellers\": true}", "{\"products\": \"auth\"}", "{\"production_review\": \"later\"}"})
        void when_the_result_would_have_another_shape(String patch) {
            assertThatThrownBy(() -> patch(PartnerSettings.DEFAULT, patch))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageStartingWith("settings: ");
        }
    }

    private static PartnerSettings patch(PartnerSettings settings, String patch) {
        return settings.patched((ObjectNode) Json.parse(patch));
    }
}
