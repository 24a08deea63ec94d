package dev.gangway.webhook;

import java.time.Duration;

/// Settings under `webhook` in gangway.yaml. Every key has a default.
///
/// @param allowLoopback whether endpoints may be on this machine; default: in mode local only
/// @param allowPrivate whether endpoints may be in private networks (RFC 1918, RFC 6598, RFC 4193); default
/// false. Link-local and metadata addresses stay refused
/// @param deliveriesAtOnce how many requests one node has under way, 1 to 1,000; default 32. One endpoint gets
/// at most an eighth of them, so that slow receivers do not hold up the others
/// @param retention how long events, their deliveries and their place in the feed are kept, 2 to 3,650 days;
/// default P30D
/// @param keyLifetime age at which a signing key is replaced, 1 to 3,650 days; default P90D
public record WebhookConfig(
        boolean allowLoopback, boolean allowPrivate, int deliveriesAtOnce, Duration retention, Duration keyLifetime) {
    private static final Duration LONGEST = Duration.ofDays(3_650);

    public WebhookConfig {
        if (deliveriesAtOnce < 1 || deliveriesAtOnce > 1_000) {
            throw new IllegalArgumentException("webhook.deliveries-at-once: 1 to 1000, got " + deliveriesAtOnce);
        }
        if (retention.compareTo(Duration.ofDays(2)) < 0 || retention.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("webhook.retention: P2D to P3650D, got " + retention);
        }
        if (keyLifetime.compareTo(Duration.ofDays(1)) < 0 || keyLifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("webhook.key-lifetime: P1D to P3650D, got " + keyLifetime);
        }
    }

    /// The defaults of mode local (`allowLoopback`) or production.
    public static WebhookConfig defaults(boolean allowLoopback) {
        return new WebhookConfig(allowLoopback, false, 32, Duration.ofDays(30), Duration.ofDays(90));
    }

    int deliveriesAtOncePerEndpoint() {
        return Math.max(1, deliveriesAtOnce / 8);
    }
}
