package dev.gangway.webhook;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends one claimed delivery and records what became of it. Between the two the process may die: the lease
/// ends, and the delivery is sent again. Thread-safe.
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Sender sender;
    private final Lanes lanes;
    private final RejectionWatch rejections;
    private final Counters counters;

    Courier(Sender sender, Lanes lanes, RejectionWatch rejections, Counters counters) {
        this.sender = sender;
        this.lanes = lanes;
        this.rejections = rejections;
        this.counters = counters;
    }

    void deliver(Claim claim) throws InterruptedException {
        Attempt attempt = sender.send(claim.endpoint(), claim.delivery(), claim.event(), claim.body());
        Optional<DeliveryState> settled = lanes.settle(claim, attempt);
        settled.ifPresent(counters::count);
        if (!attempt.outcome().isSuccess()) {
            rejections.note(claim.endpoint());
        }
        LOG.atInfo()
                .addKeyValue("delivery", claim.delivery())
                .addKeyValue("event", claim.event())
                .addKeyValue("endpoint", claim.endpoint().id())
                .addKeyValue("outcome", attempt.outcome())
                .addKeyValue("state", settled.map(Object::toString).orElse("lease lost"))
                .log("delivery attempted");
    }
}
