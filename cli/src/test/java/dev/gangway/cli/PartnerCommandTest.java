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
class PartnerCommandTest {
    private static final String PARTNER = """
            {"id":"prt_1","client_id":"5f1c","name":"Harbour Payments","settings":{"reseller":true,\
            "products":["auth","transactions"],"billing_contact":null},"has_logo":false,\
            "created_at":"2026-11-21T09:00:00.123456Z"}""";
    private static final String ISSUED = """
            {"id":"key_1","environment":"sandbox","created_at":"2026-11-21T09:00:00Z","expires_at":null,\
            "secret":"3f9a"}""";

    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class Listing {
        @Test
        void aligns_the_partners_under_titles() {
            server.answers(200, """
                    {"items":[{"id":"prt_1","name":"Harbour Payments","client_id":"5f1c","created_at":"2026-11-21T09:00:00Z"},
                              {"id":"prt_22","name":"Quay","client_id":"9a","created_at":"2026-11-22T09:00:00Z"}],"next":null}""");
            var outcome = server.run("partner", "list");
            assertThat(outcome).isEqualTo(new Outcome(0, """
                    ID      NAME              CLIENT ID  CREATED AT
                    prt_1   Harbour Payments  5f1c       2026-11-21T09:00:00Z
                    prt_22  Quay              9a         2026-11-22T09:00:00Z
                    """, ""));
            assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/partners");
        }

        @Test
        void can_be_narrowed_by_name() {
            server.answers(200, "{\"items\":[],\"next\":null}");
            server.run("partner", "list", "--name=quay");
            assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/partners?name=quay");
        }

        @Test
        void says_so_when_there_are_none() {
            server.answers(200, "{\"items\":[],\"next\":null}");
            assertThat(server.run("partner", "list").out()).isEqualTo("No partners.\n");
        }

        @Test
        void presents_the_access_token() {
            server.answers(200, "{\"items\":[],\"next\":null}");
            server.run("partner", "list");
            assertThat(server.asked().getFirst().authorization()).isEqualTo("Bearer " + FakeServer.TOKEN);
        }
    }

    @Nested
    class Showing {
        @Test
        void prints_a_card_with_the_settings_indented() {
            server.answers(200, PARTNER);
            assertThat(server.run("partner", "show", "prt_1").out()).isEqualTo("""
                    id                 prt_1
                    client_id          5f1c
                    name               Harbour Payments
                    settings
                      reseller         yes
                      products         auth, transactions
                      billing_contact  -
                    has_logo           no
                    created_at         2026-11-21T09:00:00Z
                    """);
            assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/partners/prt_1");
        }

        @Test
        void cannot_be_led_to_another_path_by_an_odd_id() {
            server.answers(200, PARTNER);
            server.run("partner", "show", "../tokens?x=1#y");
            assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/partners/..%2Ftokens%3Fx%3D1%23y");
        }
    }

    @Nested
    class Creating {
        @Test
        void needs_no_more_than_a_name() {
            server.answers(201, PARTNER);
            assertThat(server.run("partner", "create", "Harbour Payments").code())
                    .isZero();
            assertThat(server.onlyRequest()).isEqualTo("POST /api/v1/partners {\"name\":\"Harbour Payments\"}");
        }

        @Test
        void sends_the_settings_that_were_given_and_no_others() {
            server.answers(201, PARTNER);
            server.run(
                    "partner",
                    "create",
                    "Harbour",
                    "--product",
                    "auth,transactions",
                    "--product=assets",
                    "--flowdown",
                    "--no-reseller",
                    "--sandbox-review=Manual",
                    "--technical-contact",
                    "Ada King Lovelace <ada@example.com>",
                    "--billing-contact",
                    "none");
            assertThat(server.onlyRequest())
                    .isEqualTo("POST /api/v1/partners {\"name\":\"Harbour\",\"settings\":{"
                            + "\"products\":[\"auth\",\"transactions\",\"assets\"],\"reseller\":false,"
                            + "\"flowdown_completed\":true,\"sandbox_review\":\"manual\",\"technical_contact\":"
                            + "{\"given_name\":\"Ada\",\"family_name\":\"King Lovelace\",\"email\":\"ada@example.com\"},"
                            + "\"billing_contact\":null}}");
        }

        @Test
        void refuses_a_contact_that_is_not_a_name_and_an_address() {
            var outcome = server.run("partner", "create", "Harbour", "--billing-contact", "ada@example.com");
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err()).startsWith("gangway: not a contact: ada@example.com (expected");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Nested
    class Changing {
        @Test
        void patches_the_settings() {
            server.answers(200, PARTNER);
            assertThat(server.run("partner", "change", "prt_1", "--co-branded-consent")
                            .code())
                    .isZero();
            assertThat(server.onlyRequest()).isEqualTo("PATCH /api/v1/partners/prt_1 {\"co_branded_consent\":true}");
        }

        @Test
        void takes_settings_from_a_file_and_lets_options_win(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("s.json"), "{\"reseller\":true,\"products\":[\"auth\"]}");
            server.answers(200, PARTNER);
            server.run("partner", "change", "prt_1", "--settings", file.toString(), "--no-reseller");
            assertThat(server.onlyRequest())
                    .isEqualTo("PATCH /api/v1/partners/prt_1 {\"reseller\":false,\"products\":[\"auth\"]}");
        }

        @Test
        void needs_something_to_change() {
            var outcome = server.run("partner", "change", "prt_1");
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err()).isEqualTo("""
                            gangway: nothing to change: give at least one setting
                            Try: gangway partner change --help
                            """);
        }

        @Test
        void refuses_a_file_that_holds_no_JSON_object(@TempDir Path folder) throws IOException {
            Path list = Files.writeString(folder.resolve("list.json"), "[]");
            Path text = Files.writeString(folder.resolve("text.json"), "nope");
            Path none = folder.resolve("none.json");
            assertThat(server.run("partner", "change", "prt_1", "--settings", list.toString())
                            .err())
                    .contains("does not hold a JSON object");
            assertThat(server.run("partner", "change", "prt_1", "--settings", text.toString())
                            .err())
                    .contains("is not JSON");
            assertThat(server.run("partner", "change", "prt_1", "--settings", none.toString())
                            .err())
                    .contains("cannot read");
        }
    }

    @Nested
    class Keys {
        @Test
        void are_listed() {
            server.answers(200, """
                    {"items":[{"id":"key_1","environment":"sandbox","created_at":"2026-11-21T09:00:00Z","expires_at":null,"last_used_at":null}],"next":null}""");
            assertThat(server.run("partner", "keys", "list", "prt_1").out()).isEqualTo("""
                    ID     ENVIRONMENT  CREATED AT            EXPIRES AT  LAST USED AT
                    key_1  sandbox      2026-11-21T09:00:00Z  -           -
                    """);
            assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/partners/prt_1/keys");
        }

        @Test
        void are_issued_with_a_secret_that_is_shown_once() {
            server.answers(201, ISSUED);
            assertThat(server.run("partner", "keys", "issue", "prt_1", "--environment", "sandbox")
                            .out())
                    .isEqualTo("""
                            id           key_1
                            environment  sandbox
                            created_at   2026-11-21T09:00:00Z
                            expires_at   -
                            secret       3f9a

                            Keep the secret now: it is not shown again.
                            """);
            assertThat(server.onlyRequest())
                    .isEqualTo("POST /api/v1/partners/prt_1/keys {\"environment\":\"sandbox\"}");
        }

        @Test
        void are_issued_for_an_environment_that_must_be_said() {
            var outcome = server.run("partner", "keys", "issue", "prt_1");
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err()).startsWith("gangway: Missing required option: '--environment=ENVIRONMENT'");
        }

        @Test
        void are_rotated_with_an_overlap_of_a_day_unless_another_is_given() {
            server.answers(201, ISSUED).answers(201, ISSUED);
            server.run("partner", "keys", "rotate", "prt_1", "key_1");
            server.run("partner", "keys", "rotate", "prt_1", "key_1", "--overlap=PT1H");
            assertThat(server.asked().get(0).line()).isEqualTo("POST /api/v1/partners/prt_1/keys/key_1/rotation");
            assertThat(server.asked())
                    .extracting(FakeServer.Asked::body)
                    .containsExactly("{\"overlap\":\"PT24H\"}", "{\"overlap\":\"PT1H\"}");
        }

        @Test
        void are_revoked() {
            server.answers(204, "");
            assertThat(server.run("partner", "keys", "revoke", "prt_1", "key_1"))
                    .isEqualTo(new Outcome(0, "Revoked key_1.\n", ""));
            assertThat(server.onlyRequest()).isEqualTo("DELETE /api/v1/partners/prt_1/keys/key_1");
        }
    }

    @Nested
    class The_logo {
        @Test
        void is_sent_in_base64(@TempDir Path folder) throws IOException {
            Path png = Files.write(folder.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
            server.answers(200, PARTNER);
            assertThat(server.run("partner", "logo", "set", "prt_1", png.toString())
                            .out())
                    .isEqualTo("Set the logo of prt_1.\n");
            assertThat(server.onlyRequest()).isEqualTo("PUT /api/v1/partners/prt_1/logo {\"logo\":\"iVBORw==\"}");
        }

        @Test
        void must_be_a_file_that_is_there(@TempDir Path folder) {
            var outcome = server.run("partner", "logo", "set", "prt_1", folder + "/none.png");
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err()).startsWith("gangway: cannot read ");
        }

        @Test
        void is_removed() {
            server.answers(204, "");
            assertThat(server.run("partner", "logo", "remove", "prt_1").out())
                    .isEqualTo("Removed the logo of prt_1.\n");
            assertThat(server.onlyRequest()).isEqualTo("DELETE /api/v1/partners/prt_1/logo");
        }
    }
}
