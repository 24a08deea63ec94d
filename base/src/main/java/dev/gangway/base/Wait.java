package dev.gangway.base;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// The waits of one thread at a time for one connection, one after another. One that lasts too long is broken off, and
/// the connection with it. Whoever looks may be another thread.
public final class Wait {
    private static final int NONE = 0;
    private static final int OVER = -1; // for good

    private final Patience patience;
    private final Runnable breakOff;
    private final AtomicInteger since = new AtomicInteger(NONE); // a look of the patience, or one of the above

    Wait(Patience patience, Runnable breakOff) {
        this.patience = patience;
        this.breakOff = breakOff;
    }

    /// Something that may block for long.
    @FunctionalInterface
    public interface Blocking<T> {
        T run() throws IOException;
    }

    /// Does something that may block.
    ///
    /// @throws SocketTimeoutException in place of what the operation throws once it was broken off, and for every
    ///     operation after it
    public <T> T during(Blocking<T> operation) throws IOException {
        int begun = patience.now();
        if (!since.compareAndSet(NONE, begun)) {
            throw late();
        }
        try {
            return operation.run();
        } catch (IOException broken) {
            throw isOver() ? late() : broken;
        } finally {
            since.compareAndSet(begun, NONE);
        }
    }

    private static SocketTimeoutException late() {
        return new SocketTimeoutException("the wait was broken off");
    }

    /// Whether a wait was broken off.
    public boolean isOver() {
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
    public void end() {
        patience.forget(this);
    }
}
