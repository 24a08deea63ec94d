package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenCommandTest {
    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_token_may_only_read_unless_more_was_asked_for() {
        server.answers(201, "{\"id\":\"tok_1\",\"token\":\"gwt_x\"}").answers(201, "{\"id\":\"tok_2\"}");
        assertThat(server.run("token", "create", "nightly report").out()).isEqualTo("""
                id     tok_1
                token  gwt_x

                Keep the token now: it is not shown again.
                """);
        server.run("token", "create", "deploy", "--scope=full", "--expires-at=2027-11-21T09:00:00Z");
        assertThat(server.asked())
                .extracting(FakeServer.Asked::body)
                .containsExactly(
                        "{\"name\":\"nightly report\",\"scope\":\"read-only\"}",
                        "{\"name\":\"deploy\",\"scope\":\"full\",\"expires_at\":\"2027-11-21T09:00:00Z\"}");
    }

    @Test
    void tokens_are_listed() {
        server.answers(200, """
                {"items":[{"id":"tok_1","name":"report","scope":"read-only","created_at":"2026-11-21T09:00:00Z",
                "expires_at":null,"last_used_at":null}],"next":null}""");
        assertThat(server.run("token", "list").out()).isEqualTo("""
                ID     NAME    SCOPE      CREATED AT            EXPIRES AT  LAST USED AT
                tok_1  report  read-only  2026-11-21T09:00:00Z  -           -
                """);
    }

    @Test
    void a_token_is_revoked_by_its_id() {
        server.answers(204, "");
        assertThat(server.run("token", "revoke", "tok_1").out()).isEqualTo("Revoked tok_1.\n");
        assertThat(server.onlyRequest()).isEqualTo("DELETE /api/v1/tokens/tok_1");
    }

    @Test
    void a_sign_in_link_is_printed_as_a_browser_takes_it() {
        server.answers(201, "{\"path\":\"/sign-in/abc\",\"expires_at\":\"2026-11-22T09:00:00Z\"}");
        assertThat(server.run("link").out()).isEqualTo(server.url() + "/sign-in/abc\n");
        assertThat(server.onlyRequest()).isEqualTo("POST /api/v1/sign-in-links");
    }

    @Test
    void whoami_tells_the_caller() {
        server.answers(200, "{\"name\":\"token:tok_1\",\"scope\":\"full\"}");
        assertThat(server.run("whoami").out()).isEqualTo("""
                name   token:tok_1
                scope  full
                """);
        assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/me");
    }
}
