package dev.gangway.webhook;

import dev.gangway.base.WorldId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands due deliveries to couriers, each on a virtual thread, as long as there are free slots.
final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration GRACE = Sender.PATIENCE.plusSeconds(2);

    private final Supplier<List<WorldId>> worlds;
    private final Lanes lanes;
    private final Courier courier;
    private final Slots slots;
    private final Runnable slotFreed;
    private final ExecutorService threads;

    /// @param slotFreed called when a delivery has ended, so that the next can begin
    Dispatcher(Supplier<List<WorldId>> worlds, Lanes lanes, Courier courier, Slots slots, Runnable slotFreed) {
        this.worlds = worlds;
        this.lanes = lanes;
        this.courier = courier;
        this.slots = slots;
        this.slotFreed = slotFreed;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("delivery-", 0).factory());
    }

    /// Starts what is due and has a slot; says whether there may be more to start right away.
    boolean dispatch() {
        boolean started = false;
        for (WorldId world : worlds.get()) {
            for (Endpoint endpoint : lanes.endpointsDue(world, slots.full(), slots.free())) {
                started |= dispatch(endpoint);
            }
        }
        return started && slots.free() > 0;
    }

    private boolean dispatch(Endpoint endpoint) {
        int room = slots.free(endpoint.id());
        List<Claim> claims = room > 0 ? lanes.claim(endpoint, room) : List.of();
        for (Claim claim : claims) {
            slots.take(endpoint.id());
            threads.execute(() -> deliver(claim));
        }
        return !claims.isEmpty();
    }

    private void deliver(Claim claim) {
        try {
            courier.deliver(claim);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.atWarn()
                    .setCause(failed)
                    .addKeyValue("delivery", claim.delivery())
                    .log("delivery was not recorded, will be sent again");
        } finally {
            slots.giveBack(claim.endpoint().id());
            slotFreed.run();
        }
    }

    /// Waits for what is being sent, then breaks off what takes too long: it is sent again after its lease.
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
