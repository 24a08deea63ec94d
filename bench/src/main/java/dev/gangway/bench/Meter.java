package dev.gangway.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Watches a server and the database beside it while a load runs.
record Meter(ProcessFolder server, ProcessFolder database) {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final double IDLE = 0.1; // cores
    private static final int SETTLING_LOOKS = 240;

    Measured measure(Supplier<Load> work) {
        AtomicLong resident = new AtomicLong();
        Thread watching = Thread.ofVirtual().start(() -> watch(resident));
        long begun = System.nanoTime();
        Duration serverBefore = server.processorTime();
        Duration databaseBefore = database.processorTime();
        Load load = work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Usage usage = new Usage(
                resident.get(),
                cores(server.processorTime().minus(serverBefore), took),
                cores(database.processorTime().minus(databaseBefore), took));
        watching.interrupt();
        return new Measured(load, usage);
    }

    private static double cores(Duration used, Duration took) {
        return used.toNanos() / (double) took.toNanos();
    }

    private void watch(AtomicLong resident) {
        do {
            resident.accumulateAndGet(server.residentBytes(), Math::max);
        } while (sleep());
    }

    /// Waits until what one load left to do in the background is done, so that the next does not pay for it; at
    /// most a minute.
    void settle() {
        for (int look = 0; look < SETTLING_LOOKS; look++) {
            Duration before = server.processorTime().plus(database.processorTime());
            if (!sleep()) {
                return;
            }
            Duration used =
                    server.processorTime().plus(database.processorTime()).minus(before);
            if (cores(used, LOOK_EVERY) < IDLE) {
                return;
            }
        }
    }

    private static boolean sleep() {
        try {
            Thread.sleep(LOOK_EVERY);
            return true;
        } catch (InterruptedException done) {
            return false;
        }
    }
}
