package dev.gangway.base;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;
import static dev.gangway.base.ErrorCode.TOKEN_MISSING;
import static dev.gangway.base.ErrorCode.TOKEN_READ_ONLY;
import static dev.gangway.base.ErrorCode.TOKEN_UNKNOWN;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides who comes in.
record Gate(Authenticator authenticator, Set<String> allowedHosts) {
    private static final String BEARER = "bearer ";

    /// The caller of a route, or a refusal.
    ///
    /// @param authorization the `Authorization` header
    /// @throws ProblemException TOKEN_MISSING, TOKEN_UNKNOWN or TOKEN_READ_ONLY
    Caller admit(Access access, Optional<String> authorization) {
        if (access == Access.ANYONE) {
            return Caller.ANONYMOUS;
        }
        String header = authorization.orElse("");
        if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw new ProblemException(TOKEN_MISSING, "no bearer token in the Authorization header");
        }
        Secret bearer = new Secret(header.substring(BEARER.length()).trim());
        Caller caller = authenticator
                .callerOf(bearer)
                .orElseThrow(
                        () -> new ProblemException(TOKEN_UNKNOWN, "this access token is not, or no longer, valid"));
        if (access == Access.WRITE && !caller.mayWrite()) {
            throw new ProblemException(TOKEN_READ_ONLY, "this operation changes something");
        }
        return caller;
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
