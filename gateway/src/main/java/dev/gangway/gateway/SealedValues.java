package dev.gangway.gateway;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Secret;
import dev.gangway.oauth.Token;
import dev.gangway.oauth.TokenSecrets;
import dev.gangway.oauth.TokenSource;
import dev.gangway.oauth.TokenSource.Grant;
import dev.gangway.storage.Vault;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The secret values of a connection, by name: those of its security schemes, and those that its access tokens are
/// fetched with, whose names no scheme can have.
record SealedValues(Vault vault) {
    private static final String CLIENT_SECRET = "token/client_secret";
    private static final String REFRESH_TOKEN = "token/refresh_token";

    Map<String, Secret> open(ConnectionStore.Sealed sealed) {
        byte[] plain = vault.open(sealed.values(), sealed.connection().seal());
        Map<String, Secret> values = new LinkedHashMap<>();
        Json.parse(plain)
                .properties()
                .forEach(value ->
                        values.put(value.getKey(), new Secret(value.getValue().asText())));
        return values;
    }

    byte[] seal(Connection connection, Map<String, Secret> values) {
        ObjectNode plain = Json.object();
        values.forEach((name, value) -> plain.put(name, value.reveal()));
        return vault.seal(Json.text(plain).getBytes(StandardCharsets.UTF_8), connection.seal());
    }

    /// What access tokens are fetched with.
    static TokenSecrets secrets(Map<String, Secret> values) {
        Secret clientSecret = values.get(CLIENT_SECRET);
        if (clientSecret == null) {
            throw new IllegalStateException("a connection with a source of tokens has a client secret");
        }
        return new TokenSecrets(clientSecret, values.get(REFRESH_TOKEN));
    }

    /// Those that only token endpoints are sent, as text.
    static List<String> ofTokens(Map<String, Secret> values) {
        return Stream.of(CLIENT_SECRET, REFRESH_TOKEN)
                .map(values::get)
                .filter(Objects::nonNull)
                .map(Secret::reveal)
                .toList();
    }

    /// Without what tokens are fetched with.
    static void forgetSource(Map<String, Secret> values) {
        values.remove(CLIENT_SECRET);
        values.remove(REFRESH_TOKEN);
    }

    /// With what a draft gives to fetch tokens with; the first call fetches one.
    ///
    /// @throws ProblemException REQUEST_INVALID when that is not enough
    static void prepare(Map<String, Secret> values, TokenSource source, TokenDraft draft) {
        values.remove(source.scheme());
        if (draft.clientSecret() != null) {
            values.put(CLIENT_SECRET, draft.clientSecret());
        }
        if (draft.refreshToken() != null) {
            values.put(REFRESH_TOKEN, draft.refreshToken());
        }
        if (!values.containsKey(CLIENT_SECRET)) {
            throw new ProblemException(REQUEST_INVALID, "tokens.client_secret: give it");
        }
        if (source.grant() == Grant.REFRESH_TOKEN && !values.containsKey(REFRESH_TOKEN)) {
            throw new ProblemException(REQUEST_INVALID, "tokens.refresh_token: this grant needs one");
        }
    }

    /// With a token that was fetched.
    static void keep(Map<String, Secret> values, TokenSource source, Token token) {
        values.put(source.scheme(), token.value());
        if (token.refreshToken() != null) {
            values.put(REFRESH_TOKEN, token.refreshToken());
        }
    }
}
