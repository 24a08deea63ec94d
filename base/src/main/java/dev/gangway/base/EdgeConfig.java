package dev.gangway.base;

import java.time.Duration;
import java.util.Set;

/// Settings of the HTTP edge.
///
/// @param host address to bind, such as `127.0.0.1`
/// @param port 0 to 65535; 0 lets the system pick one
/// @param maxBodyBytes largest request body that is read, in bytes
/// @param drain longest wait for requests under way at shutdown
/// @param clientTimeout longest wait for a client: for its next request, for the rest of one, and for it to take an
///     answer; 1 s to 1 h
/// @param allowedHosts host names that the `Host` header may carry; empty allows any. A page that was
///     rebound to this address by DNS still sends its own name, and is refused.
public record EdgeConfig(
        String host, int port, long maxBodyBytes, Duration drain, Duration clientTimeout, Set<String> allowedHosts) {
    public EdgeConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: 0 to 65535, got " + port);
        }
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("max-body-bytes: at least 1, got " + maxBodyBytes);
        }
        if (clientTimeout.compareTo(Duration.ofSeconds(1)) < 0 || clientTimeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("client-timeout: PT1S to PT1H, got " + clientTimeout);
        }
    }
}
