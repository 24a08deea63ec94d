package dev.gangway.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.base.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TokenAnswerTest {
    private static Token read(int status, String body) throws TokenException {
        return TokenAnswer.read(status, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_token_and_how_long_it_lasts() throws TokenException {
        Token token = read(200, """
                {"access_token": "2YotnFZFEjr1zCsicMWpAA", "token_type": "Bearer", "expires_in": 3600}
                """);
        assertThat(token.value()).isEqualTo(new Secret("2YotnFZFEjr1zCsicMWpAA"));
        assertThat(token.lasting()).isEqualTo(Duration.ofHours(1));
        assertThat(token.refreshToken()).isNull();
    }

    @Test
    void a_new_refresh_token_replaces_the_one_before() throws TokenException {
        assertThat(read(200, "{\"access_token\": \"a\", \"refresh_token\": \"next\"}")
                        .refreshToken())
                .isEqualTo(new Secret("next"));
    }

    @Test
    void the_number_of_seconds_may_be_a_text_or_missing() throws TokenException {
        assertThat(read(200, "{\"access_token\": \"a\", \"expires_in\": \"60\"}")
                        .lasting())
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(read(200, "{\"access_token\": \"a\"}").lasting()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"error": "invalid_client", "error_description": "no such client"} | it answered 400: invalid_client (no such client)
            401 | {"error": "invalid_grant"} | it answered 401: invalid_grant
            500 | <html> | it answered 500, and not with JSON
            302 | {} | it answered 302
            200 | [] | there is no usable access_token in its answer
            200 | {"access_token": ""} | there is no usable access_token in its answer
            200 | {"access_token": "two words"} | there is no usable access_token in its answer
            200 | {"access_token": "a", "token_type": "mac"} | its tokens are no bearer tokens
            """)
    void everything_else_is_no_token(int status, String body, String reason) {
        assertThatThrownBy(() -> read(status, body))
                .isInstanceOf(TokenException.class)
                .hasMessage(reason);
    }

    @Test
    void what_an_endpoint_says_cannot_break_a_line_of_the_log() {
        assertThatThrownBy(() -> read(400, "{\"error\": \"a\\nb\"}")).hasMessage("it answered 400: a b");
    }
}
