package dev.gangway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookConfigTest {
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void loopback_alone_depends_on_the_mode() {
        assertThat(WebhookConfig.defaults(true))
                .isEqualTo(new WebhookConfig(true, false, 32, MONTH, Duration.ofDays(90)));
        assertThat(WebhookConfig.defaults(false))
                .isEqualTo(new WebhookConfig(false, false, 32, MONTH, Duration.ofDays(90)));
    }

    @Test
    void one_endpoint_gets_an_eighth_and_at_least_one() {
        assertThat(new WebhookConfig(false, false, 32, MONTH, MONTH).deliveriesAtOncePerEndpoint())
                .isEqualTo(4);
        assertThat(new WebhookConfig(false, false, 3, MONTH, MONTH).deliveriesAtOncePerEndpoint())
                .isEqualTo(1);
    }

    @Test
    void bounds_are_named() {
        refused(0, MONTH, MONTH, "webhook.deliveries-at-once: 1 to 1000, got 0");
        refused(1_001, MONTH, MONTH, "webhook.deliveries-at-once: 1 to 1000, got 1001");
        refused(1, Duration.ofDays(1), MONTH, "webhook.retention: P2D to P3650D, got PT24H");
        refused(1, Duration.ofDays(3_651), MONTH, "webhook.retention: P2D to P3650D, got PT87624H");
        refused(1, MONTH, Duration.ofHours(23), "webhook.key-lifetime: P1D to P3650D, got PT23H");
        refused(1, MONTH, Duration.ofDays(3_651), "webhook.key-lifetime: P1D to P3650D, got PT87624H");
    }

    private static void refused(int atOnce, Duration retention, Duration keyLifetime, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookConfig(false, false, atOnce, retention, keyLifetime))
                .withMessage(message);
    }
}
