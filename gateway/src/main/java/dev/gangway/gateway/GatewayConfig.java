package dev.gangway.gateway;

import java.time.Duration;

/// Settings of the gateway.
///
/// @param allowLoopback whether connections may lead to this machine
/// @param allowPrivate whether connections may lead into private networks
/// @param perSecond requests a second of one caller; 0 for no limit
/// @param retention how long calls are kept in the call log
public record GatewayConfig(boolean allowLoopback, boolean allowPrivate, int perSecond, Duration retention) {
    /// Whether a server may be called without TLS: never beyond this machine and one's own networks.
    boolean allowsPlain() {
        return allowLoopback || allowPrivate;
    }
}
