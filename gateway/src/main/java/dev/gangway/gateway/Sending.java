package dev.gangway.gateway;

import dev.gangway.base.Caller;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.base.RateLimit;
import dev.gangway.base.WorldId;
import dev.gangway.egress.UpstreamClient;
import dev.gangway.egress.UpstreamException;
import dev.gangway.egress.UpstreamRequest;
import dev.gangway.egress.UpstreamResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/// The way of every call, whoever makes it: may this caller, is there allowance, is the upstream well, send.
final class Sending {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final int ATTEMPTS = 3; // where nothing was sent
    private static final int UNAUTHORIZED = 401;

    private final OpenConnections connections;
    private final UpstreamClient upstreams;
    private final UpstreamClient ourselves;
    private final RateLimit rateLimit;
    private final Breaker breaker;

    /// @param ourselves the client that may call this machine, for connections to this server itself
    Sending(
            OpenConnections connections,
            UpstreamClient upstreams,
            UpstreamClient ourselves,
            RateLimit rateLimit,
            Breaker breaker) {
        this.connections = connections;
        this.upstreams = upstreams;
        this.ourselves = ourselves;
        this.rateLimit = rateLimit;
        this.breaker = breaker;
    }

    /// The connection that a caller may call over.
    ///
    /// @throws ProblemException NOT_FOUND, also for a connection that the caller's token does not reach;
    ///     RATE_LIMITED
    Ready admit(WorldId world, Caller caller, String connection, String method) {
        rateLimit.take(caller.name());
        if (!caller.mayCall(connection)) {
            throw new ProblemException(ErrorCode.NOT_FOUND, "there is no connection " + connection);
        }
        if (!caller.mayWrite() && !SAFE.contains(method)) {
            throw new ProblemException(
                    ErrorCode.TOKEN_READ_ONLY, "through the gateway, a token that reads only may GET and HEAD");
        }
        return connections.known(world, connection);
    }

    /// Sends, with an access token where one is fetched, and once more with another when the first is refused.
    ///
    /// @throws ProblemException when there is no answer, saying why
    Sent send(Ready known, Outgoing outgoing) {
        Ready ready = connections.usable(known);
        UpstreamResponse response = once(ready, outgoing);
        if (response.status() != UNAUTHORIZED || !ready.fetchesTokens()) {
            return new Sent(ready, response);
        }
        Ready renewed = connections.renewed(ready);
        if (!outgoing.canBeSentAgain()) {
            return new Sent(renewed, response); // whoever repeats it has the other token
        }
        close(response);
        return new Sent(renewed, once(renewed, outgoing));
    }

    private UpstreamResponse once(Ready ready, Outgoing outgoing) {
        String host = ready.destination().origin().authority();
        breaker.check(host);
        UpstreamRequest request = request(ready, outgoing);
        try {
            UpstreamResponse response = patiently(ready, request);
            breaker.succeeded(host);
            return response;
        } catch (UpstreamException failed) {
            if (failed.kind() != UpstreamException.Kind.REFUSED_BY_POLICY) {
                breaker.failed(host);
            }
            throw new ProblemException(code(failed.kind()), String.valueOf(failed.getMessage()));
        }
    }

    private static UpstreamRequest request(Ready ready, Outgoing outgoing) {
        try {
            return new UpstreamRequest(
                    outgoing.method(),
                    ready.destination().base() + outgoing.resource().apply(ready.injection()),
                    outgoing.headers().apply(ready.injection()),
                    outgoing.body(),
                    outgoing.idempotent() || REPEATABLE.contains(outgoing.method()));
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(ErrorCode.REQUEST_INVALID, String.valueOf(malformed.getMessage()));
        }
    }

    private static void close(UpstreamResponse response) {
        try {
            response.body().close();
        } catch (IOException alreadyBroken) {
            // nobody wanted it
        }
    }

    /// Tries again only where nothing was sent.
    private UpstreamResponse patiently(Ready ready, UpstreamRequest request) throws UpstreamException {
        UpstreamClient client = ready.destination().own() ? ourselves : upstreams;
        for (int attempt = 1; ; attempt++) {
            try {
                return client.send(ready.destination().origin(), request);
            } catch (UpstreamException failed) {
                boolean again = failed.kind() == UpstreamException.Kind.UNREACHABLE && attempt < ATTEMPTS;
                if (!again || !pause(attempt)) {
                    throw failed;
                }
            }
        }
    }

    private static boolean pause(int attempt) {
        try {
            Thread.sleep(FIRST_PAUSE.multipliedBy(attempt));
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ErrorCode code(UpstreamException.Kind kind) {
        return switch (kind) {
            case REFUSED_BY_POLICY -> ErrorCode.EGRESS_REFUSED;
            case UNREACHABLE -> ErrorCode.UPSTREAM_UNREACHABLE;
            case TIMEOUT -> ErrorCode.UPSTREAM_TIMEOUT;
            case BROKEN -> ErrorCode.UPSTREAM_BROKEN;
        };
    }
}
