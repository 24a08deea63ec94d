package dev.gangway.webhook;

import dev.gangway.webhook.DeliveryState.Delivered;
import dev.gangway.webhook.DeliveryState.Failed;
import dev.gangway.webhook.DeliveryState.Pending;
import dev.gangway.webhook.DeliveryState.Sending;
import java.util.concurrent.atomic.LongAdder;

/// How deliveries ended on this node since its start. Thread-safe.
final class Counters {
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();

    void count(DeliveryState settled) {
        switch (settled) {
            case Delivered _ -> delivered.increment();
            case Failed _ -> failed.increment();
            case Pending _, Sending _ -> {} // not an end
        }
    }

    WebhookStats with(long pending) {
        return new WebhookStats(delivered.sum(), failed.sum(), pending);
    }
}
