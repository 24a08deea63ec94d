package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditCommandTest {
    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_trail_is_listed() {
        server.answers(200, """
                {"items":[{"position":7,"at":"2026-11-21T09:30:00Z","actor":"token:tok_1","action":"customer.created",
                "subject":"66b2","changes":{}}],"next":null}""");
        assertThat(server.run("audit", "list", "--partner=prt_1", "--subject=66b2", "--action=customer.created")
                        .out())
                .isEqualTo("""
                        #  AT                    ACTOR        ACTION            SUBJECT  CHANGED
                        7  2026-11-21T09:30:00Z  token:tok_1  customer.created  66b2     -
                        """);
        assertThat(server.onlyRequest())
                .isEqualTo("GET /api/v1/audit?partner=prt_1&subject=66b2&action=customer.created");
    }

    @Test
    void an_export_is_printed_line_by_line_as_it_came() {
        server.answers(200, "application/x-ndjson", "{\"position\":1}\n{\"position\":2,\"actor\":\"Zoë\"}\n");
        assertThat(server.run("audit", "export"))
                .isEqualTo(new Outcome(0, "{\"position\":1}\n{\"position\":2,\"actor\":\"Zoë\"}\n", ""));
        assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/audit/export");
    }

    @Test
    void an_export_that_breaks_off_is_exit_code_3() {
        server.breaksOffAfter("{\"position\":1}\n{\"posi");
        var outcome = server.run("audit", "export");
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err()).contains("what came is incomplete");
    }

    @Test
    void a_whole_chain_is_exit_code_0() {
        server.answers(200, "{\"intact\":true,\"checked\":1041,\"broken_at\":null}");
        assertThat(server.run("audit", "verify")).isEqualTo(new Outcome(0, """
                intact     yes
                checked    1041
                broken_at  -
                """, ""));
    }

    @Test
    void a_broken_chain_is_exit_code_1() {
        server.answers(200, "{\"intact\":false,\"checked\":1041,\"broken_at\":17}");
        assertThat(server.run("audit", "verify", "--json").code()).isEqualTo(1);
    }
}
