package dev.gangway.egress;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// The waits of one thread at a time for one connection, each of which ends in a [SocketTimeoutException] when it lasts
/// too long. Whoever looks may be another thread.
final class Wait {
    private static final int NONE = 0;
    private static final int OVER = -1; // for good

    private final Patience patience;
    private final Runnable breakOff;
    private final AtomicInteger since = new AtomicInteger(NONE); // a look of the patience, or one of the above

    Wait(Patience patience, Runnable breakOff) {
        this.patience = patience;
        this.breakOff = breakOff;
    }

    /// What a blocking operation did, in bytes.
    interface Blocking {
        int run() throws IOException;
    }

    int during(Blocking operation) throws IOException {
        int begun = begin();
        try {
            return operation.run();
        } catch (IOException broken) {
            throw isOver() ? late() : broken;
        } finally {
            since.compareAndSet(begun, NONE);
        }
    }

    private int begin() throws SocketTimeoutException {
        int now = patience.now();
        if (!since.compareAndSet(NONE, now)) {
            throw late();
        }
        return now;
    }

    private static SocketTimeoutException late() {
        return new SocketTimeoutException("the wait was broken off");
    }

    /// Whether a wait was broken off, and the connection with it.
    boolean isOver() {
        return since.get() == OVER;
    }

    /// Breaks off the wait under way when it began at that look or before.
    void breakOffFrom(int look) {
        int begun = since.get();
        if (begun != NONE && begun <= look && since.compareAndSet(begun, OVER)) {
            breakOff.run();
        }
    }

    /// There will be no more.
    void end() {
        patience.forget(this);
    }
}
