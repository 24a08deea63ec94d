package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookCommandTest {
    private static final String ENDPOINT = """
            {"id":"whe_1","partner":"prt_1","environment":"sandbox","url":"https://hooks.example/x",\
            "events":["END_CUSTOMER_STATUS_UPDATED"],"paused":false,"paused_because":null,\
            "created_at":"2026-11-21T09:05:00Z"}""";
    private static final String DELIVERY = """
            {"id":"dlv_1","event":"evt_1","event_type":"END_CUSTOMER_STATUS_UPDATED","endpoint":"whe_1",\
            "customer":"66b2","state":"pending","attempt_count":1,"created_at":"2026-11-21T10:02:11Z",\
            "next_attempt_at":"2026-11-21T10:02:41Z"}""";

    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class Endpoints {
        @Test
        void are_listed_per_partner() {
            server.answers(200, "{\"items\":[" + ENDPOINT + "],\"next\":null}");
            assertThat(server.run("webhook", "list", "prt_1").out()).isEqualTo("""
                    ID     ENVIRONMENT  URL                      EVENTS                       PAUSED  WHY
                    whe_1  sandbox      https://hooks.example/x  END_CUSTOMER_STATUS_UPDATED  no      -
                    """);
            assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/partners/prt_1/webhook-endpoints");
        }

        @Test
        void are_shown() {
            server.answers(200, ENDPOINT);
            assertThat(server.run("webhook", "show", "whe_1").out())
                    .contains("url             https://hooks.example/x");
            assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/webhook-endpoints/whe_1");
        }

        @Test
        void are_created_with_the_events_that_were_named_in_any_case() {
            server.answers(201, ENDPOINT);
            server.run(
                    "webhook",
                    "create",
                    "prt_1",
                    "https://hooks.example/x",
                    "--environment",
                    "sandbox",
                    "--event",
                    "end_customer_status_updated");
            assertThat(server.onlyRequest())
                    .isEqualTo("POST /api/v1/partners/prt_1/webhook-endpoints {\"url\":\"https://hooks.example/x\","
                            + "\"environment\":\"sandbox\",\"events\":[\"END_CUSTOMER_STATUS_UPDATED\"]}");
        }

        @Test
        void are_moved_paused_and_resumed_by_a_patch() {
            server.answers(200, ENDPOINT).answers(200, ENDPOINT).answers(200, ENDPOINT);
            server.run("webhook", "change", "whe_1", "--to=https://other.example/");
            server.run("webhook", "pause", "whe_1");
            server.run("webhook", "resume", "whe_1");
            assertThat(server.asked())
                    .extracting(FakeServer.Asked::line)
                    .containsOnly("PATCH /api/v1/webhook-endpoints/whe_1");
            assertThat(server.asked())
                    .extracting(FakeServer.Asked::body)
                    .containsExactly("{\"url\":\"https://other.example/\"}", "{\"paused\":true}", "{\"paused\":false}");
        }

        @Test
        void are_not_changed_to_nothing() {
            assertThat(server.run("webhook", "change", "whe_1").err()).contains("nothing to change");
            assertThat(server.asked()).isEmpty();
        }

        @Test
        void are_tested_and_removed() {
            server.answers(200, "{\"delivered\":false,\"status\":503}").answers(204, "");
            assertThat(server.run("webhook", "test", "whe_1")).isEqualTo(new Outcome(1, """
                    delivered  no
                    status     503
                    """, ""));
            assertThat(server.run("webhook", "remove", "whe_1").out()).isEqualTo("Removed whe_1.\n");
            assertThat(server.asked())
                    .extracting(FakeServer.Asked::line)
                    .containsExactly(
                            "POST /api/v1/webhook-endpoints/whe_1/test", "DELETE /api/v1/webhook-endpoints/whe_1");
        }
    }

    @Nested
    class Deliveries {
        @Test
        void are_listed_with_the_time_of_the_next_try() {
            server.answers(200, "{\"items\":[" + DELIVERY + "],\"next\":null}");
            String out = server.run(
                            "webhook",
                            "deliveries",
                            "--partner=prt_1",
                            "--endpoint=whe_1",
                            "--customer=66b2",
                            "--state=pending",
                            "--event=evt_1")
                    .out();
            assertThat(out).isEqualTo("""
                    ID     CREATED AT            EVENT                        CUSTOMER  ENDPOINT  STATE    TRIES  NEXT TRY
                    dlv_1  2026-11-21T10:02:11Z  END_CUSTOMER_STATUS_UPDATED  66b2      whe_1     pending  1      2026-11-21T10:02:41Z
                    """);
            assertThat(server.onlyRequest())
                    .isEqualTo("GET /api/v1/deliveries?partner=prt_1&endpoint=whe_1&customer=66b2&state=pending"
                            + "&event=evt_1");
        }

        @Test
        void are_shown_with_every_attempt() {
            server.answers(200, """
                    {"id":"dlv_1","attempts":[{"at":"2026-11-21T10:02:11Z","status":503,"error":null,"response":"busy","duration_ms":112}],
                    "body":{"webhook_type":"PARTNER"}}""");
            assertThat(server.run("webhook", "deliveries", "show", "dlv_1").out())
                    .isEqualTo("""
                    id              dlv_1
                    body
                      webhook_type  PARTNER

                    attempts
                    AT                    MS   STATUS  ERROR  ANSWER
                    2026-11-21T10:02:11Z  112  503     -      busy
                    """);
            assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/deliveries/dlv_1");
        }
    }

    @Nested
    class A_replay {
        @Test
        void sends_one_delivery() {
            server.answers(202, DELIVERY);
            assertThat(server.run("webhook", "replay", "dlv_1").code()).isZero();
            assertThat(server.onlyRequest()).isEqualTo("POST /api/v1/deliveries/dlv_1/replay");
        }

        @Test
        void sends_all_that_failed() {
            server.answers(202, "{\"replayed\":17}");
            assertThat(server.run("webhook", "replay", "--endpoint=whe_1", "--failed")
                            .out())
                    .isEqualTo("replayed  17\n");
            assertThat(server.onlyRequest())
                    .isEqualTo("POST /api/v1/webhook-endpoints/whe_1/replays {\"failed\":true}");
        }

        @Test
        void sends_all_of_a_span_of_time() {
            server.answers(202, "{\"replayed\":0}");
            server.run(
                    "webhook",
                    "replay",
                    "--endpoint=whe_1",
                    "--from=2026-11-21T00:00:00Z",
                    "--to=2026-11-22T00:00:00Z");
            assertThat(server.onlyRequest())
                    .endsWith(" {\"from\":\"2026-11-21T00:00:00Z\",\"to\":\"2026-11-22T00:00:00Z\"}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "--failed",
                    "--endpoint=whe_1",
                    "--endpoint=whe_1 --from=a",
                    "--endpoint=whe_1 --failed --to=b",
                    "dlv_1 --failed",
                    "dlv_1 --endpoint=whe_1"
                })
        void says_what_it_needs_when_it_cannot_tell(String options) {
            var outcome = server.run(("webhook replay " + options).strip().split(" "));
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err()).contains("give one delivery, or --endpoint");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Nested
    class The_rest {
        @Test
        void is_the_feed_of_events() {
            server.answers(200, """
                    {"items":[{"id":"evt_1","at":"2026-11-21T10:02:11Z","environment":"sandbox",
                    "type":"END_CUSTOMER_STATUS_UPDATED","customer":"66b2"}],"next":"MQ"}""");
            var outcome = server.run("webhook", "events", "--partner=prt_1");
            assertThat(outcome.out()).contains("evt_1  2026-11-21T10:02:11Z  sandbox");
            assertThat(outcome.err()).isEqualTo("Go on with --after MQ\n");
            assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/events?partner=prt_1");
        }

        @Test
        void is_the_signing_keys() {
            server.answers(200, """
                    {"items":[{"kid":"6c55","environment":"sandbox","created_at":"2026-11-21T09:00:00Z","expired_at":null}],"next":null}""");
            server.answers(201, "{\"kid\":\"7d66\"}");
            assertThat(server.run("webhook", "keys").out()).startsWith("KID   ENVIRONMENT");
            assertThat(server.run("webhook", "keys", "rotate", "Sandbox").out()).isEqualTo("kid  7d66\n");
            assertThat(server.asked())
                    .extracting(FakeServer.Asked::line)
                    .containsExactly("GET /api/v1/webhook-keys", "POST /api/v1/webhook-keys/sandbox/rotation");
        }
    }
}
