package dev.gangway.registration;

import static dev.gangway.base.Environment.SANDBOX;
import static dev.gangway.base.WorldId.MAIN;
import static dev.gangway.registration.RegistrationStatus.APPROVED;
import static dev.gangway.registration.RegistrationStatus.ATTENTION_REQUIRED;
import static dev.gangway.registration.RegistrationStatus.ENABLED;
import static dev.gangway.registration.RegistrationStatus.NOT_STARTED;
import static dev.gangway.registration.RegistrationStatus.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegistrationsTest {
    private static final String PARTNER = "prt_acme";
    private static final String CUSTOMER = "7f57eb3d2a9f6480121fa361";
    private static final String OTHER_CUSTOMER = "0a57eb3d2a9f6480121fa361";
    private static final int INSTITUTIONS = 10;

    private final Installation installation = new Installation();
    private final Registrations registrations = installation.registrations;

    @AfterEach
    void close() {
        installation.close();
    }

    @Nested
    class An_end_customer_that_was_never_enabled {
        @Test
        void has_not_started_anywhere() {
            assertThat(registrations.of(MAIN, CUSTOMER))
                    .extracting(registration -> registration.institution().name())
                    .containsExactly(
                            "Chase",
                            "Bank of America",
                            "Wells Fargo",
                            "Citibank",
                            "US Bank",
                            "Capital One",
                            "PNC",
                            "American Express",
                            "TD Bank",
                            "Charles Schwab");
            assertThat(registrations.of(MAIN, CUSTOMER))
                    .allSatisfy(registration -> assertThat(registration)
                            .isEqualTo(new Registration(registration.institution(), NOT_STARTED, null, null, null)));
        }

        @Test
        void cannot_be_forced() {
            assertThat(force(CUSTOMER, "ins_56", ENABLED)).isEqualTo(Forcing.CUSTOMER_NOT_REGISTERING);
        }
    }

    @Nested
    class An_enabled_end_customer {
        @Test
        void moves_one_step_at_a_time_with_every_institution() {
            start(CUSTOMER, true);
            assertThat(statuses(CUSTOMER)).containsOnly(NOT_STARTED);
            installation.pass(1);
            assertThat(statuses(CUSTOMER)).hasSize(INSTITUTIONS).containsOnly(PROCESSING);
            installation.pass(1);
            assertThat(statuses(CUSTOMER)).containsOnly(APPROVED);
            installation.pass(1);
            assertThat(statuses(CUSTOMER)).containsOnly(ENABLED);
        }

        @Test
        void does_not_move_before_its_time() {
            start(CUSTOMER, true);
            installation.clock.advance(Installation.STEP.minusMillis(1));
            installation.settle();
            assertThat(statuses(CUSTOMER)).containsOnly(NOT_STARTED);
        }

        @Test
        void is_enabled_on_the_day_the_last_step_was_due_however_late_it_was_taken() {
            start(CUSTOMER, true);
            installation.clock.advance(Installation.STEP.multipliedBy(1_000));
            installation.settle();
            assertThat(registrations.of(MAIN, CUSTOMER)).allSatisfy(registration -> {
                assertThat(registration.status()).isEqualTo(ENABLED);
                assertThat(registration.enabledOn()).isEqualTo(LocalDate.parse("2026-03-04"));
            });
        }

        @Test
        void tells_the_partner_of_every_step() {
            start(CUSTOMER, true);
            installation.pass(3);
            assertThat(installation.webhooks()).hasSize(3 * INSTITUTIONS);
            assertThat(installation.webhooks().getFirst()).isEqualTo(Json.parse("""
                    {"webhook_type": "PARTNER", "webhook_code": "END_CUSTOMER_OAUTH_STATUS_UPDATED",
                     "end_customer_client_id": "7f57eb3d2a9f6480121fa361", "environment": "sandbox",
                     "institution_id": "ins_56", "institution_name": "Chase", "status": "processing"}
                    """));
            assertThat(told(CUSTOMER, "ins_56")).containsExactly("processing", "approved", "enabled");
        }

        @Test
        void starts_once_however_often_it_is_enabled() {
            start(CUSTOMER, true);
            installation.pass(2);
            start(CUSTOMER, true);
            installation.pass(1);
            assertThat(statuses(CUSTOMER)).containsOnly(ENABLED);
        }

        @Test
        void does_not_start_when_the_enablement_is_rolled_back() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> installation.database.run(tx -> {
                        start(CUSTOMER, true);
                        throw new IllegalStateException("the enablement failed");
                    }));
            installation.pass(1);
            assertThat(statuses(CUSTOMER)).containsOnly(NOT_STARTED);
            assertThat(installation.webhooks()).isEmpty();
        }
    }

    @Nested
    class Without_a_logo {
        @Test
        void the_review_asks_for_attention() {
            start(CUSTOMER, false);
            installation.pass(2);
            assertThat(statuses(CUSTOMER)).containsOnly(ATTENTION_REQUIRED);
            assertThat(registrations.of(MAIN, CUSTOMER))
                    .extracting(Registration::problem)
                    .isNotNull()
                    .allSatisfy(problem -> assertThat(problem)
                            .hasFieldOrPropertyWithValue("message", "application logo is required")
                            .extracting("requestId", STRING)
                            .matches("[0-9A-Za-z]{15}"));
            assertThat(told(CUSTOMER, "ins_10")).containsExactly("processing", "attention-required");
        }

        @Test
        void nothing_moves_until_one_is_given() {
            start(CUSTOMER, false);
            installation.pass(20);
            assertThat(statuses(CUSTOMER)).containsOnly(ATTENTION_REQUIRED);
        }

        @Test
        void the_end_customers_own_sends_it_back_to_the_review_and_on() {
            start(CUSTOMER, false);
            installation.pass(2);
            registrations.logoGiven(MAIN, CUSTOMER);
            installation.settle();
            assertThat(statuses(CUSTOMER)).containsOnly(PROCESSING);
            installation.pass(2);
            assertThat(statuses(CUSTOMER)).containsOnly(ENABLED);
            assertThat(told(CUSTOMER, "ins_10"))
                    .containsExactly("processing", "attention-required", "processing", "approved", "enabled");
        }

        @Test
        void the_partners_resumes_all_its_end_customers_and_nobody_elses() {
            start(CUSTOMER, false);
            registrations.start(MAIN, "prt_other", SANDBOX, OTHER_CUSTOMER, false);
            installation.pass(2);
            registrations.partnerLogoGiven(MAIN, PARTNER);
            installation.settle();
            assertThat(statuses(CUSTOMER)).containsOnly(PROCESSING);
            assertThat(statuses(OTHER_CUSTOMER)).containsOnly(ATTENTION_REQUIRED);
        }

        @Test
        void one_that_comes_before_the_review_is_in_time() {
            start(CUSTOMER, false);
            installation.pass(1);
            registrations.logoGiven(MAIN, CUSTOMER);
            installation.pass(1);
            assertThat(statuses(CUSTOMER)).containsOnly(APPROVED);
            assertThat(told(CUSTOMER, "ins_10")).containsExactly("processing", "approved");
        }

        @Test
        void giving_one_to_somebody_who_is_not_registering_does_nothing() {
            registrations.logoGiven(MAIN, CUSTOMER);
            installation.settle();
            assertThat(installation.webhooks()).isEmpty();
        }
    }

    @Nested
    class Forcing_a_status {
        @Test
        void changes_one_institution_and_tells_the_partner() {
            start(CUSTOMER, true);
            assertThat(force(CUSTOMER, "ins_56", ENABLED)).isEqualTo(Forcing.DONE);
            assertThat(status(CUSTOMER, "ins_56")).isEqualTo(ENABLED);
            assertThat(statuses(CUSTOMER).subList(1, INSTITUTIONS)).containsOnly(NOT_STARTED);
            assertThat(installation.webhooks()).hasSize(1);
            assertThat(told(CUSTOMER, "ins_56")).containsExactly("enabled");
        }

        @Test
        void tells_nobody_when_it_is_the_same_as_before() {
            start(CUSTOMER, true);
            force(CUSTOMER, "ins_56", NOT_STARTED);
            assertThat(installation.webhooks()).isEmpty();
        }

        @Test
        void stays_where_no_step_is_to_come() {
            start(CUSTOMER, true);
            registrations.set(MAIN, CUSTOMER, "ins_56", ATTENTION_REQUIRED, "name is taken", "request12345678");
            installation.pass(5);
            registrations.logoGiven(MAIN, CUSTOMER);
            installation.settle();
            Registration forced = registration(CUSTOMER, "ins_56");
            assertThat(forced.status()).isEqualTo(ATTENTION_REQUIRED);
            assertThat(forced.problem()).isEqualTo(new RegistrationProblem("name is taken", "request12345678"));
        }

        @Test
        void goes_on_from_there_otherwise() {
            start(CUSTOMER, true);
            installation.pass(3);
            force(CUSTOMER, "ins_56", PROCESSING);
            installation.pass(1);
            assertThat(status(CUSTOMER, "ins_56")).isEqualTo(APPROVED);
            assertThat(registration(CUSTOMER, "ins_56").enabledOn()).isNull();
            assertThat(status(CUSTOMER, "ins_5")).isEqualTo(ENABLED);
        }

        @Test
        void an_unknown_institution_is_refused() {
            start(CUSTOMER, true);
            assertThat(force(CUSTOMER, "ins_1", ENABLED)).isEqualTo(Forcing.INSTITUTION_UNKNOWN);
        }
    }

    @Nested
    class A_removed_end_customer {
        @Test
        void is_not_registered_any_further_and_nobody_hears_of_it() {
            start(CUSTOMER, true);
            start(OTHER_CUSTOMER, true);
            installation.pass(1);
            registrations.stop(MAIN, CUSTOMER);
            installation.pass(2);
            assertThat(told(CUSTOMER, "ins_56")).containsExactly("processing");
            assertThat(told(OTHER_CUSTOMER, "ins_56")).containsExactly("processing", "approved", "enabled");
            assertThat(force(CUSTOMER, "ins_56", ENABLED)).isEqualTo(Forcing.CUSTOMER_NOT_REGISTERING);
        }
    }

    private void start(String customer, boolean hasLogo) {
        registrations.start(MAIN, PARTNER, SANDBOX, customer, hasLogo);
    }

    private Forcing force(String customer, String institution, RegistrationStatus status) {
        return registrations.set(MAIN, customer, institution, status, null, "request12345678");
    }

    private List<RegistrationStatus> statuses(String customer) {
        return registrations.of(MAIN, customer).stream()
                .map(Registration::status)
                .toList();
    }

    private Registration registration(String customer, String institution) {
        return registrations.of(MAIN, customer).stream()
                .filter(registration -> registration.institution().id().equals(institution))
                .findFirst()
                .orElseThrow();
    }

    private RegistrationStatus status(String customer, String institution) {
        return registration(customer, institution).status();
    }

    private List<String> told(String customer, String institution) {
        return installation.webhooks().stream()
                .filter(body -> text(body, "end_customer_client_id").equals(customer))
                .filter(body -> text(body, "institution_id").equals(institution))
                .map(body -> text(body, "status"))
                .toList();
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).asText();
    }
}
