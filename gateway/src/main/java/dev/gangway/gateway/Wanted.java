package dev.gangway.gateway;

import dev.gangway.base.RawExchange.Header;
import java.util.List;

/// A request that somebody here wants sent.
///
/// @param requestId what the call log knows it by
/// @param path below the connection's server, percent-encoded
/// @param query percent-encoded, without the question mark; empty for none
/// @param body empty for none
public record Wanted(
        String requestId,
        String connection,
        String method,
        String path,
        String query,
        List<Header> headers,
        byte[] body) {}
