package dev.gangway.base;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Breaks off what keeps somebody waiting for too long. It looks at all waits eight times in the longest one, which
/// costs less than a timer for each; so a wait lasts an eighth longer at most. Thread-safe.
public final class Patience implements AutoCloseable {
    private static final int LOOKS = 8; // in the longest wait

    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final AtomicInteger look = new AtomicInteger(1);
    private final Worker worker;

    /// @param longest at least 8 ms
    public Patience(Duration longest) {
        this.worker = new Worker("patience", longest.dividedBy(LOOKS), this::look);
    }

    /// The waits for one connection.
    ///
    /// @param breakOff ends the wait under way, at once and from another thread
    public Wait on(Runnable breakOff) {
        Wait wait = new Wait(this, breakOff);
        waits.add(wait);
        return wait;
    }

    void forget(Wait wait) {
        waits.remove(wait);
    }

    /// The number of the latest look, from 1 on.
    int now() {
        return look.get();
    }

    private boolean look() {
        int tooOld = look.incrementAndGet() - LOOKS;
        waits.forEach(wait -> wait.breakOffFrom(tooOld));
        return false;
    }

    /// Nothing is broken off any more.
    @Override
    public void close() {
        worker.close();
    }
}
