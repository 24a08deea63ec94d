package dev.gangway.gateway;

import dev.gangway.base.Secret;
import dev.gangway.oauth.TokenSource.Authentication;
import dev.gangway.oauth.TokenSource.Grant;
import org.jspecify.annotations.Nullable;

/// Where a connection is to fetch its access tokens.
///
/// @param scheme whose value they are; null for the only one of the provider that takes bearer tokens
/// @param url absolute, of the token endpoint
/// @param grant null for the client's own credentials
/// @param clientSecret null for the one that the connection has
/// @param refreshToken null for the one that the connection has, or for none
/// @param authentication null for the header
/// @param scope null for what the endpoint gives by itself
public record TokenDraft(
        @Nullable String scheme,
        String url,
        @Nullable Grant grant,
        String clientId,
        @Nullable Secret clientSecret,
        @Nullable Secret refreshToken,
        @Nullable Authentication authentication,
        @Nullable String scope) {}
