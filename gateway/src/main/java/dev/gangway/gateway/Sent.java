package dev.gangway.gateway;

import dev.gangway.egress.UpstreamResponse;

/// What came back.
///
/// @param ready with the credentials that the request went out with in the end
record Sent(Ready ready, UpstreamResponse response) {}
