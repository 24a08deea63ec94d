package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.HeldPort;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdminApiTest {
    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class Json_output {
        @Test
        void is_the_answer_with_every_member_digit_and_letter() {
            server.answers(
                    200, "{\"b\":1.50,\"a\":[],\"big\":12345678901234567890,\"name\":\"Zoë\",\"o\":{},\"l\":[1]}");
            assertThat(server.run("whoami", "--json").out()).isEqualTo("""
                    {
                      "b": 1.50,
                      "a": [],
                      "big": 12345678901234567890,
                      "name": "Zoë",
                      "o": {},
                      "l": [
                        1
                      ]
                    }
                    """);
        }

        @Test
        void may_be_asked_for_before_or_after_the_subcommand() {
            server.answers(200, "{\"items\":[],\"next\":null}").answers(200, "{\"items\":[],\"next\":null}");
            String empty = """
                    {
                      "items": [],
                      "next": null
                    }
                    """;
            assertThat(server.run("partner", "--json", "list").out()).isEqualTo(empty);
            assertThat(server.run("partner", "keys", "list", "prt_1", "--json").out())
                    .isEqualTo(empty);
        }

        @Test
        void is_nothing_when_the_server_says_nothing() {
            server.answers(204, "");
            assertThat(server.run("token", "revoke", "tok_1", "--json")).isEqualTo(new Outcome(0, "", ""));
        }
    }

    @Nested
    class Pages {
        @Test
        void end_with_a_word_on_how_to_read_on() {
            server.answers(200, "{\"items\":[{\"id\":\"prt_1\"}],\"next\":\"MQ\"}");
            var outcome = server.run("partner", "list", "--limit=1");
            assertThat(outcome.err()).isEqualTo("Go on with --after MQ\n");
            assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/partners?limit=1");
        }

        @Test
        void are_joined_by_all() {
            server.answers(200, "{\"items\":[{\"id\":\"prt_1\"}],\"next\":\"MQ\"}")
                    .answers(200, "{\"items\":[{\"id\":\"prt_2\"}],\"next\":null}");
            assertThat(server.run("partner", "list", "--all", "--json", "--limit=1")
                            .out())
                    .isEqualTo("""
                    {
                      "items": [
                        {
                          "id": "prt_1"
                        },
                        {
                          "id": "prt_2"
                        }
                      ],
                      "next": null
                    }
                    """);
            assertThat(server.asked())
                    .extracting(FakeServer.Asked::line)
                    .containsExactly("GET /api/v1/partners?limit=1", "GET /api/v1/partners?limit=1&after=MQ");
        }

        @Test
        void of_a_feed_end_with_the_cursor_to_go_on_from_another_day() {
            server.answers(200, "{\"items\":[{\"id\":\"evt_1\"}],\"next\":\"MQ\"}")
                    .answers(200, "{\"items\":[],\"next\":null}");
            var outcome = server.run("webhook", "events", "--all");
            assertThat(outcome.out()).contains("evt_1");
            assertThat(outcome.err()).isEqualTo("Go on with --after MQ\n");
        }

        @Test
        void print_nothing_when_one_of_them_fails() {
            server.answers(200, "{\"items\":[{\"id\":\"prt_1\"}],\"next\":\"MQ\"}")
                    .refuses(429, "RATE_LIMITED", "at most 60 a minute", true);
            var outcome = server.run("partner", "list", "--all");
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.out()).isEmpty();
        }
    }

    @Nested
    class A_refusal {
        @Test
        void is_one_sentence_with_code_and_request_id() {
            server.refuses(409, "STATE_CONFLICT", "two keys are live in sandbox", false);
            assertThat(server.run("partner", "keys", "issue", "prt_1", "--environment=sandbox"))
                    .isEqualTo(new Outcome(
                            1,
                            "",
                            "gangway: two keys are live in sandbox (STATE_CONFLICT, request 4vXq2mZr8KcT1nW)\n"));
        }

        @Test
        void says_when_trying_again_may_help() {
            server.refuses(503, "NOT_READY", "the database does not answer", true);
            assertThat(server.run("whoami").err())
                    .isEqualTo("gangway: the database does not answer"
                            + " (NOT_READY, request 4vXq2mZr8KcT1nW; it may work later)\n");
        }

        @Test
        void is_the_problem_document_on_the_error_stream_when_json_is_asked_for() {
            server.refuses(404, "NOT_FOUND", "no partner prt_1", false);
            var outcome = server.run("partner", "show", "prt_1", "--json");
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).contains("\"code\": \"NOT_FOUND\"");
        }
    }

    @Nested
    class A_server_that_is_not_there {
        @Test
        void is_exit_code_3_and_a_hint() throws IOException {
            try (HeldPort port = new HeldPort()) {
                String url = "http://127.0.0.1:" + port.number();
                assertThat(Outcome.of(Map.of("GANGWAY_URL", url, "GANGWAY_TOKEN", FakeServer.TOKEN), "whoami"))
                        .isEqualTo(new Outcome(
                                3, "", "gangway: cannot reach " + url + "; is it running? `gangway up` starts it\n"));
            }
        }

        @Test
        void is_exit_code_3_too_when_something_else_answers() {
            server.answers(200, "text/html", "<h1>It works</h1>")
                    .answers(502, "text/html", "<h1>Bad gateway</h1>")
                    .answers(502, "{\"message\":\"no\"}")
                    .answers(302, "");
            assertThat(server.run("whoami").code()).isEqualTo(3);
            assertThat(server.run("whoami").code()).isEqualTo(3);
            assertThat(server.run("whoami").err()).endsWith(" answered 502 as no Gangway does\n");
            assertThat(server.run("whoami").code()).isEqualTo(3);
        }
    }

    @Nested
    class Without_a_token {
        @Test
        void nothing_is_sent_and_the_three_ways_to_give_one_are_named() {
            var outcome = Outcome.of(Map.of("GANGWAY_URL", server.url(), "GANGWAY_HOME", "/nowhere"), "whoami");
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err()).contains("GANGWAY_TOKEN", "--token", "/nowhere/demo.env");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Nested
    class Options {
        @Test
        void win_over_the_environment() {
            server.answers(200, "{}");
            var outcome = Outcome.of(
                    Map.of("GANGWAY_URL", "http://127.0.0.1:1", "GANGWAY_TOKEN", "gwt_environment"),
                    "whoami",
                    "--url",
                    server.url() + "/",
                    "--token",
                    "gwt_option");
            assertThat(outcome.code()).isZero();
            assertThat(server.asked().getFirst())
                    .isEqualTo(new FakeServer.Asked("GET /api/v1/me", "Bearer gwt_option", ""));
        }
    }
}
