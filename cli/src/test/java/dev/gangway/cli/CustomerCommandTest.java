package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomerCommandTest {
    private static final String CUSTOMER = """
            {"client_id":"66b2","partner":"prt_1","status":"ACTIVE","product_statuses":{"auth":"ACTIVE"},\
            "requirements_due":[],"profile":{"company_name":"Bluewater"},\
            "registrations":[{"institution_id":"ins_56","institution_name":"Chase","status":"APPROVED",\
            "error_message":null,"due_at":"2026-11-21T10:02:11Z"}],\
            "timeline":[{"at":"2026-11-21T09:30:00Z","actor":"partner:prt_1","request_id":"4v","action":"customer.created",\
            "changes":{"company_name":{"before":null,"after":"Bluewater"},"website":{"before":null,"after":"b.example"}}}]}""";

    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class Finding {
        @Test
        void prints_what_each_still_owes() {
            server.answers(200, """
                    {"items":[{"client_id":"66b2","company_name":"Bluewater","environment":"sandbox",
                    "status":"MORE_INFORMATION_NEEDED","requirements_due":["website","address"],
                    "created_at":"2026-11-21T09:30:00Z"}],"next":null}""");
            assertThat(server.run("customer", "list").out()).isEqualTo("""
                    CLIENT ID  COMPANY    ENVIRONMENT  STATUS                   DUE               CREATED AT
                    66b2       Bluewater  sandbox      MORE_INFORMATION_NEEDED  website, address  2026-11-21T09:30:00Z
                    """);
        }

        @Test
        void passes_every_filter_on_and_encodes_it() {
            server.answers(200, "{\"items\":[],\"next\":null}");
            server.run(
                    "customer",
                    "list",
                    "--partner=prt_1",
                    "--environment=sandbox",
                    "--status=active",
                    "--product=auth",
                    "--requirement=questionnaires.cra",
                    "--name=a b&c",
                    "--reference=crm-1",
                    "--limit=5",
                    "--after=ODQ3");
            assertThat(server.onlyRequest())
                    .isEqualTo("GET /api/v1/customers?partner=prt_1&environment=sandbox&status=ACTIVE&product=auth"
                            + "&requirement=questionnaires.cra&name=a%20b%26c&reference=crm-1&limit=5&after=ODQ3");
        }
    }

    @Nested
    class Showing {
        @Test
        void prints_the_card_then_registrations_and_timeline_as_tables() {
            server.answers(200, CUSTOMER);
            assertThat(server.run("customer", "show", "66b2").out()).isEqualTo("""
                    client_id         66b2
                    partner           prt_1
                    status            ACTIVE
                    product_statuses
                      auth            ACTIVE
                    requirements_due  -
                    profile
                      company_name    Bluewater

                    registrations
                    INSTITUTION  ID      STATUS    NEXT STEP             ERROR
                    Chase        ins_56  APPROVED  2026-11-21T10:02:11Z  -

                    timeline
                    AT                    ACTOR          ACTION            CHANGED
                    2026-11-21T09:30:00Z  partner:prt_1  customer.created  company_name, website
                    """);
            assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/customers/66b2");
        }
    }

    @Nested
    class A_review {
        @Test
        void is_approved_for_all_products_unless_some_are_named() {
            server.answers(200, CUSTOMER);
            assertThat(server.run("customer", "review", "approve", "66b2", "--reason", "checked")
                            .code())
                    .isZero();
            assertThat(server.onlyRequest()).isEqualTo("POST /api/v1/reviews/66b2/approval {\"reason\":\"checked\"}");
        }

        @Test
        void is_denied_for_the_products_that_are_named() {
            server.answers(200, CUSTOMER);
            server.run("customer", "review", "deny", "66b2", "--reason", "unknown", "--product", "auth,assets");
            assertThat(server.onlyRequest())
                    .isEqualTo("POST /api/v1/reviews/66b2/denial"
                            + " {\"products\":[\"auth\",\"assets\"],\"reason\":\"unknown\"}");
        }

        @Test
        void needs_a_reason() {
            assertThat(server.run("customer", "review", "approve", "66b2").code())
                    .isEqualTo(2);
        }

        @Test
        void waits_in_the_queue() {
            server.answers(200, """
                    {"items":[{"customer":"66b2","company_name":"Bluewater","environment":"production",
                    "website":"b.example","products":["auth","assets"],"channel_conflict":true,
                    "waiting_since":"2026-11-21T09:41:30Z"}],"next":null}""");
            assertThat(server.run("reviews", "--partner=prt_1", "--environment=production")
                            .out())
                    .isEqualTo("""
                    CUSTOMER  COMPANY    ENVIRONMENT  WEBSITE    PRODUCTS      CONFLICT  SINCE
                    66b2      Bluewater  production   b.example  auth, assets  yes       2026-11-21T09:41:30Z
                    """);
            assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/reviews?partner=prt_1&environment=production");
        }
    }

    @Nested
    class Keys {
        @Test
        void are_listed() {
            server.answers(200, """
                    {"items":[{"id":"key_1","environment":"production","limited":true,"created_at":"2026-11-21T09:00:00Z"}],"next":null}""");
            assertThat(server.run("customer", "keys", "list", "66b2").out()).isEqualTo("""
                    ID     ENVIRONMENT  LIMITED  CREATED AT
                    key_1  production   yes      2026-11-21T09:00:00Z
                    """);
            assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/customers/66b2/keys");
        }

        @Test
        void are_issued_and_revoked() {
            server.answers(201, "{\"id\":\"key_2\",\"secret\":\"3f9a\"}").answers(204, "");
            assertThat(server.run("customer", "keys", "issue", "66b2", "--environment=PRODUCTION")
                            .out())
                    .contains("secret  3f9a", "not shown again");
            assertThat(server.run("customer", "keys", "revoke", "66b2", "key_1").out())
                    .isEqualTo("Revoked key_1.\n");
            assertThat(server.asked())
                    .extracting(FakeServer.Asked::line)
                    .containsExactly("POST /api/v1/customers/66b2/keys", "DELETE /api/v1/customers/66b2/keys/key_1");
            assertThat(server.asked().getFirst().body()).isEqualTo("{\"environment\":\"production\"}");
        }
    }

    @Nested
    class An_evaluation {
        private static final String EVALUATION = """
                {"products":[{"product":"auth","requirements_due":[]},{"product":"cra_base_report",
                "requirements_due":["questionnaires.cra"]}],"requirements_due":[{"requirement":"questionnaires.cra",
                "fields":["questionnaires.cra.purposes"],"route":"/beta/partner/customer/v1/update"}]}""";

        @Test
        void tells_what_is_due_and_which_call_meets_it() {
            server.answers(200, EVALUATION);
            assertThat(server.run("evaluate", "prt_1", "--environment", "sandbox")
                            .out())
                    .isEqualTo("""

                    products
                    PRODUCT          DUE
                    auth             -
                    cra_base_report  questionnaires.cra

                    requirements_due
                    REQUIREMENT         MET BY                            FIELDS
                    questionnaires.cra  /beta/partner/customer/v1/update  questionnaires.cra.purposes
                    """);
            assertThat(server.onlyRequest())
                    .isEqualTo("POST /api/v1/partners/prt_1/evaluations {\"environment\":\"sandbox\"}");
        }

        @Test
        void lays_a_profile_from_a_file_over_an_end_customer(@TempDir Path folder) throws IOException {
            Path profile = Files.writeString(folder.resolve("p.json"), "{\"website\":\"b.example\"}");
            server.answers(200, EVALUATION);
            server.run(
                    "evaluate",
                    "prt_1",
                    "--environment=sandbox",
                    "--customer=66b2",
                    "--product=auth",
                    "--profile=" + profile);
            assertThat(server.onlyRequest())
                    .endsWith(" {\"environment\":\"sandbox\",\"customer\":\"66b2\",\"products\":[\"auth\"],"
                            + "\"profile\":{\"website\":\"b.example\"}}");
        }
    }
}
