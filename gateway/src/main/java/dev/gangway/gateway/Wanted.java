package dev.gangway.gateway;

import dev.gangway.base.RawExchange.Header;
import java.util.List;

/// A request that somebody here wants sent.
///
/// @param requestId what the call log knows it by
/// @param pass what it asked to be let go as; the request's id when it did not ask
/// @param path below the connection's server, percent-encoded
/// @param query percent-encoded, without the question mark; empty for none
/// @param body empty for none
/// @param repeatable whether sending it twice does no harm
public record Wanted(
        String requestId,
        String pass,
        String connection,
        String method,
        String path,
        String query,
        List<Header> headers,
        byte[] body,
        boolean repeatable) {}
