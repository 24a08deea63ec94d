package dev.gangway.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.base.MalformedJson;
import dev.gangway.base.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads what a token endpoint answered (RFC 6749, 5). Pure.
final class TokenAnswer {
    private static final int OK = 200;
    private static final int LONGEST_TOKEN = 8_000; // characters
    private static final int LONGEST_WORD = 200; // characters of what the endpoint says of an error

    private TokenAnswer() {}

    /// @throws TokenException when there is no usable token in it
    static Token read(int status, byte[] body) throws TokenException {
        JsonNode json;
        try {
            json = Json.parse(body);
        } catch (MalformedJson noJson) {
            throw new TokenException("it answered " + status + ", and not with JSON");
        }
        if (status != OK) {
            throw new TokenException("it answered " + status + error(json));
        }
        if (!json.path("token_type").asText("bearer").equalsIgnoreCase("bearer")) {
            throw new TokenException("its tokens are no bearer tokens");
        }
        Secret value = token(json.path("access_token"));
        if (value == null) {
            throw new TokenException("there is no usable access_token in its answer");
        }
        return new Token(value, lasting(json.path("expires_in")), token(json.path("refresh_token")));
    }

    private static String error(JsonNode json) {
        String word = said(json.path("error"));
        String description = said(json.path("error_description"));
        return (word.isEmpty() ? "" : ": " + word) + (description.isEmpty() ? "" : " (" + description + ")");
    }

    private static String said(JsonNode text) {
        String plain = text.asText().replaceAll("[^ -~]", " ");
        return plain.substring(0, Math.min(plain.length(), LONGEST_WORD));
    }

    /// It will stand in a header, so it must be able to.
    private static @Nullable Secret token(JsonNode text) {
        String value = text.asText();
        boolean fits = value.length() <= LONGEST_TOKEN && value.chars().allMatch(sign -> sign > ' ' && sign < 0x7f);
        return value.isEmpty() || !fits ? null : new Secret(value);
    }

    /// Some send the number as a text.
    private static @Nullable Duration lasting(JsonNode seconds) {
        long given = seconds.asLong(-1);
        return given < 0 ? null : Duration.ofSeconds(given);
    }
}
