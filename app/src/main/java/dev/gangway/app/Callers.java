package dev.gangway.app;

import dev.gangway.access.AccessTokens;
import dev.gangway.base.Authenticator;
import dev.gangway.base.Caller;
import dev.gangway.base.Secret;
import dev.gangway.web.Visitors;
import java.util.Optional;
import java.util.function.Function;

/// Programs by their access tokens, people by the browser that they signed in with.
record Callers(AccessTokens tokens, Visitors visitors) implements Authenticator {
    @Override
    public Optional<Caller> callerOf(Secret bearer) {
        return tokens.callerOf(bearer);
    }

    @Override
    public Optional<Caller> visitor(Function<String, Optional<String>> headers) {
        return visitors.ofScript(headers);
    }
}
