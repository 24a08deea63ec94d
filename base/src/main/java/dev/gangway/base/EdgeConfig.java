package dev.gangway.base;

import java.time.Duration;
import java.util.Set;

/// Settings of the HTTP edge.
///
/// @param host address to bind, such as `127.0.0.1`
/// @param port 0 to 65535; 0 lets the system pick one
/// @param maxBodyBytes largest request body that is read, in bytes
/// @param drain longest wait for requests under way at shutdown
/// @param allowedHosts host names that the `Host` header may carry; empty allows any. A page that was
///     rebound to this address by DNS still sends its own name, and is refused.
public record EdgeConfig(String host, int port, long maxBodyBytes, Duration drain, Set<String> allowedHosts) {
    public EdgeConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: 0 to 65535, got " + port);
        }
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("max-body-bytes: at least 1, got " + maxBodyBytes);
        }
    }
}
