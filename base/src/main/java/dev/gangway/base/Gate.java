package dev.gangway.base;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;
import static dev.gangway.base.ErrorCode.TOKEN_MISSING;
import static dev.gangway.base.ErrorCode.TOKEN_OUT_OF_SCOPE;
import static dev.gangway.base.ErrorCode.TOKEN_READ_ONLY;
import static dev.gangway.base.ErrorCode.TOKEN_UNKNOWN;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Decides who comes in.
record Gate(Authenticator authenticator, Set<String> allowedHosts) {
    private static final String BEARER = "bearer ";

    /// The caller of a route, or a refusal.
    ///
    /// @param headers looks a header up by its name in any case
    /// @throws ProblemException TOKEN_MISSING, TOKEN_UNKNOWN, TOKEN_OUT_OF_SCOPE or TOKEN_READ_ONLY
    Caller admit(Access access, Function<String, Optional<String>> headers) {
        if (access == Access.ANYONE) {
            return Caller.ANONYMOUS;
        }
        Caller caller = known(headers);
        if (access != Access.GATEWAY && !caller.reach().adminApi()) {
            throw new ProblemException(TOKEN_OUT_OF_SCOPE, "this access token is for the gateway alone");
        }
        if (access == Access.WRITE && !caller.mayWrite()) {
            throw new ProblemException(TOKEN_READ_ONLY, "this operation changes something");
        }
        return caller;
    }

    /// Whoever calls, whatever they may.
    ///
    /// @param headers looks a header up by its name in any case
    /// @throws ProblemException TOKEN_MISSING, TOKEN_UNKNOWN
    Caller known(Function<String, Optional<String>> headers) {
        String header = headers.apply("Authorization").orElse("");
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? bearer(new Secret(header.substring(BEARER.length()).trim()))
                : authenticator
                        .visitor(headers)
                        .orElseThrow(() ->
                                new ProblemException(TOKEN_MISSING, "no bearer token in the Authorization header"));
    }

    private Caller bearer(Secret token) {
        return authenticator
                .callerOf(token)
                .orElseThrow(
                        () -> new ProblemException(TOKEN_UNKNOWN, "this access token is not, or no longer, valid"));
    }

    /// @param authority the `Host` header, such as `localhost:8700`
    /// @throws ProblemException REQUEST_INVALID when its host is not one of ours
    void checkHost(String authority) {
        if (!allowedHosts.isEmpty() && !allowedHosts.contains(hostOf(authority))) {
            throw new ProblemException(REQUEST_INVALID, "Host: not a name of this server; see allowed-hosts");
        }
    }

    /// No id and no filter holds a NUL, and PostgreSQL takes none.
    ///
    /// @throws ProblemException REQUEST_INVALID naming the parameter
    void checkText(Map<String, String> parameters) {
        parameters.forEach((name, value) -> {
            if (value.indexOf('\0') >= 0) {
                throw new ProblemException(REQUEST_INVALID, name + ": must not hold a NUL character");
            }
        });
    }

    private static String hostOf(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean port = colon > authority.lastIndexOf(']');
        return (port ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
    }
}
