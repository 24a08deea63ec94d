package dev.gangway.app;

import dev.gangway.base.RequestObserver;
import dev.gangway.webhook.WebhookStats;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// Counters and histograms in Prometheus' text format. Thread-safe.
final class Metrics implements RequestObserver {
    static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Histogram requests = Histogram.builder()
            .name("gangway_request_seconds")
            .help("Time to answer, by operation and status.")
            .labelNames("operation", "status")
            .classicOnly()
            .classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5)
            .register(registry);

    /// @param deliveries asked at each scrape
    void watch(Supplier<WebhookStats> deliveries) {
        GaugeWithCallback.builder()
                .name("gangway_deliveries")
                .help("Webhook deliveries that are kept, by state.")
                .labelNames("state")
                .callback(callback -> {
                    WebhookStats stats = deliveries.get();
                    callback.call((double) stats.pending(), "pending");
                    callback.call((double) stats.delivered(), "delivered");
                    callback.call((double) stats.failed(), "failed");
                })
                .register(registry);
    }

    /// @param stuck asked at each scrape
    void watchRuns(IntSupplier stuck) {
        GaugeWithCallback.builder()
                .name("gangway_stuck_runs")
                .help("Runs of workflows that wait for a person to look at them; one is worth an alert.")
                .callback(callback -> callback.call(stuck.getAsInt()))
                .register(registry);
    }

    @Override
    public void served(String operation, int status, long nanoseconds) {
        requests.labelValues(operation, Integer.toString(status))
                .observe(nanoseconds / (double) TimeUnit.SECONDS.toNanos(1));
    }

    byte[] text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // nothing is written but memory
        }
        return text.toByteArray();
    }
}
