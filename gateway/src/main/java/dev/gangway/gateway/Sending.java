package dev.gangway.gateway;

import dev.gangway.base.Caller;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.egress.HeaderField;
import dev.gangway.egress.UpstreamClient;
import dev.gangway.egress.UpstreamException;
import dev.gangway.egress.UpstreamRequest;
import dev.gangway.egress.UpstreamResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The way of every call, whoever makes it: may this caller, is there allowance, is the upstream well, send.
final class Sending {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final int ATTEMPTS = 3; // where nothing was sent

    private final Connections connections;
    private final UpstreamClient upstreams;
    private final UpstreamClient ourselves;
    private final RateLimit rateLimit;
    private final Breaker breaker;

    /// @param ourselves the client that may call this machine, for connections to this server itself
    Sending(
            Connections connections,
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
        return connections.ready(world, connection);
    }

    /// @param idempotent whether the caller promised that sending it twice does no harm
    /// @throws ProblemException when there is no answer, saying why
    UpstreamResponse send(
            Ready ready,
            String method,
            String resource,
            List<HeaderField> headers,
            UpstreamRequest.Body body,
            boolean idempotent) {
        String host = ready.destination().origin().authority();
        breaker.check(host);
        UpstreamRequest request = request(ready, method, resource, headers, body, idempotent);
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

    private static UpstreamRequest request(
            Ready ready,
            String method,
            String resource,
            List<HeaderField> headers,
            UpstreamRequest.Body body,
            boolean idempotent) {
        try {
            return new UpstreamRequest(
                    method,
                    ready.destination().base() + resource,
                    headers,
                    body,
                    idempotent || REPEATABLE.contains(method));
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(ErrorCode.REQUEST_INVALID, String.valueOf(malformed.getMessage()));
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
