package dev.gangway.gateway;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import dev.gangway.base.ProblemException;
import dev.gangway.base.Secret;
import dev.gangway.egress.TargetUrl;
import dev.gangway.oauth.TokenSource;
import dev.gangway.oauth.TokenSource.Authentication;
import dev.gangway.oauth.TokenSource.Grant;
import dev.gangway.openapi.SecurityScheme;
import dev.gangway.provider.Provider;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a source of access tokens must be. Pure.
record TokenRules(boolean allowsPlain) {
    /// @throws ProblemException REQUEST_INVALID
    TokenSource checked(Provider provider, TokenDraft draft) {
        ConnectionRules.checkValue("tokens.client_id", draft.clientId());
        ConnectionRules.checkValue("tokens.scope", draft.scope());
        ConnectionRules.checkValue("tokens.client_secret", revealed(draft.clientSecret()));
        ConnectionRules.checkValue("tokens.refresh_token", revealed(draft.refreshToken()));
        return new TokenSource(
                scheme(provider, draft.scheme()),
                url(draft.url()),
                Objects.requireNonNullElse(draft.grant(), Grant.CLIENT_CREDENTIALS),
                draft.clientId(),
                Objects.requireNonNullElse(draft.authentication(), Authentication.BASIC),
                draft.scope());
    }

    private static @Nullable String revealed(@Nullable Secret secret) {
        return secret == null ? null : secret.reveal();
    }

    private static String scheme(Provider provider, @Nullable String wanted) {
        List<String> known = provider.schemes().stream()
                .filter(SecurityScheme::takesBearerTokens)
                .map(SecurityScheme::name)
                .toList();
        refuseIf(known.isEmpty(), "tokens: " + provider.name() + " takes no bearer tokens");
        if (wanted == null) {
            refuseIf(known.size() > 1, "tokens.scheme: one of " + known);
            return known.getFirst();
        }
        refuseIf(!known.contains(wanted), "tokens.scheme: one of " + known + ", not " + wanted);
        return wanted;
    }

    private String url(String text) {
        try {
            boolean encrypted = TargetUrl.parse(text).encrypted();
            refuseIf(!encrypted && !allowsPlain, "tokens.url: must start with https://");
            return text;
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(REQUEST_INVALID, "tokens.url: " + malformed.getMessage());
        }
    }

    private static void refuseIf(boolean broken, String rule) {
        if (broken) {
            throw new ProblemException(REQUEST_INVALID, rule);
        }
    }
}
