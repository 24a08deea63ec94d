package dev.gangway.gateway;

import dev.gangway.egress.TargetUrl;

/// Where a connection leads.
///
/// @param origin scheme, host and port
/// @param base the path before each operation's; empty, or without a slash at its end
/// @param own whether it is this server itself
record Destination(TargetUrl origin, String base, boolean own) {
    static Destination of(String url, boolean own) {
        TargetUrl target = TargetUrl.parse(url);
        String path = target.resource();
        return new Destination(target, path.endsWith("/") ? path.substring(0, path.length() - 1) : path, own);
    }
}
