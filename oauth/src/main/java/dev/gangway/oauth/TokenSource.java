package dev.gangway.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// Where access tokens are to be had, and as whom; what is secret of it is kept apart.
///
/// @param scheme the security scheme whose value they are
/// @param url absolute, of the token endpoint
/// @param scope space-separated; null for what the endpoint gives by itself
public record TokenSource(
        String scheme,
        String url,
        Grant grant,
        String clientId,
        Authentication authentication,
        @Nullable String scope) {
    /// What a token is asked for with.
    public enum Grant {
        /// The client's own credentials (RFC 6749, 4.4).
        @JsonProperty("client_credentials")
        CLIENT_CREDENTIALS,
        /// A refresh token, which the endpoint may replace each time (RFC 6749, 6).
        @JsonProperty("refresh_token")
        REFRESH_TOKEN
    }

    /// How the client proves who it is (RFC 6749, 2.3.1).
    public enum Authentication {
        @JsonProperty("basic")
        BASIC,
        @JsonProperty("body")
        BODY
    }
}
