package dev.gangway.webhook;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import dev.gangway.base.Environment;
import dev.gangway.base.ProblemException;
import dev.gangway.egress.EgressGuard;
import dev.gangway.egress.Resolution.Admitted;
import dev.gangway.egress.Resolution.Refused;
import dev.gangway.egress.Resolution.Unknown;
import dev.gangway.egress.TargetUrl;

/// What URLs an endpoint may have. The address is checked again whenever it is dialled; here the check is for
/// the sake of whoever types the URL.
final class EndpointUrl {
    private final EgressGuard guard;

    EndpointUrl(EgressGuard guard) {
        this.guard = guard;
    }

    /// Refuses a URL that may not be called. A host that does not resolve (yet) is let pass.
    ///
    /// @throws ProblemException REQUEST_INVALID
    void check(String url, Environment environment) {
        TargetUrl target = parsed(url);
        boolean loopback = switch (guard.resolve(target.host())) {
            case Refused(String reason) -> throw refusal("the host may not be called: " + reason);
            case Admitted(var address) -> address.isLoopbackAddress();
            case Unknown() -> false;
        };
        if (!target.encrypted() && environment == Environment.PRODUCTION && !loopback) {
            throw refusal("must be https in production");
        }
    }

    private static TargetUrl parsed(String url) {
        try {
            return TargetUrl.parse(url);
        } catch (IllegalArgumentException broken) {
            throw refusal(String.valueOf(broken.getMessage()));
        }
    }

    private static ProblemException refusal(String rule) {
        return new ProblemException(REQUEST_INVALID, "url: " + rule);
    }
}
