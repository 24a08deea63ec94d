package dev.gangway.base;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// For what another thread, node or process will do, and no latch can tell: looks again and again. The patience is
/// that of a machine with far too much to do; a test that passes hardly waits.
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Eventually() {}

    /// @param what to happen, for the message
    public static void happens(String what, BooleanSupplier happened) throws InterruptedException {
        long begun = System.nanoTime();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new AssertionError("did not happen within %s: %s".formatted(PATIENCE, what));
            }
            Thread.sleep(PAUSE);
        }
    }
}
