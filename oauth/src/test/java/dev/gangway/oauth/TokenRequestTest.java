package dev.gangway.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Secret;
import dev.gangway.egress.HeaderField;
import dev.gangway.oauth.TokenSource.Authentication;
import dev.gangway.oauth.TokenSource.Grant;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TokenRequestTest {
    private static TokenRequest request(Grant grant, Authentication authentication, @Nullable String scope) {
        return new TokenRequest(
                new TokenSource("oauth", "https://login.example/token", grant, "a b:c", authentication, scope),
                new TokenSecrets(new Secret("s&cret"), new Secret("r/t")));
    }

    private static String body(TokenRequest request) {
        return new String(request.body(), StandardCharsets.US_ASCII);
    }

    @Test
    void a_client_shows_its_credentials_in_a_header_encoded_first() {
        TokenRequest request = request(Grant.CLIENT_CREDENTIALS, Authentication.BASIC, "read write");
        // base64 of a+b%3Ac:s%26cret
        assertThat(request.headers()).contains(new HeaderField("Authorization", "Basic YStiJTNBYzpzJTI2Y3JldA=="));
        assertThat(body(request)).isEqualTo("grant_type=client_credentials&scope=read+write");
    }

    @Test
    void or_in_the_body() {
        TokenRequest request = request(Grant.CLIENT_CREDENTIALS, Authentication.BODY, null);
        assertThat(request.headers()).noneMatch(header -> header.is("Authorization"));
        assertThat(body(request)).isEqualTo("grant_type=client_credentials&client_id=a+b%3Ac&client_secret=s%26cret");
    }

    @Test
    void a_refresh_token_is_shown_where_the_grant_is_one() {
        assertThat(body(request(Grant.REFRESH_TOKEN, Authentication.BASIC, null)))
                .isEqualTo("grant_type=refresh_token&refresh_token=r%2Ft");
    }
}
