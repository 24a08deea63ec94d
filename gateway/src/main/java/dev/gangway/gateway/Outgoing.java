package dev.gangway.gateway;

import dev.gangway.egress.HeaderField;
import dev.gangway.egress.UpstreamRequest.Body;
import java.util.List;
import java.util.function.Function;

/// A request that is to leave, for whatever credentials its connection has by then.
///
/// @param resource path and query below the connection's server
/// @param idempotent whether the caller promised that sending it twice does no harm
record Outgoing(
        String method,
        Function<Injection, String> resource,
        Function<Injection, List<HeaderField>> headers,
        Body body,
        boolean idempotent) {
    boolean canBeSentAgain() {
        return !(body instanceof Body.Stream);
    }
}
