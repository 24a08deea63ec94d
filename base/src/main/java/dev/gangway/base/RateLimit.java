package dev.gangway.base;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// At most so many requests a second of one caller, on each node; a pause saves up a second's worth. Thread-safe.
public final class RateLimit {
    private static final int MOST_CALLERS = 10_000;

    private final int perSecond;
    private final long nanosEach;
    private final LongSupplier nanoTime;
    private final Map<String, Long> spent = new ConcurrentHashMap<>(); // until when each caller's allowance is used up

    /// @param perSecond 0 for no limit
    public RateLimit(int perSecond, LongSupplier nanoTime) {
        if (perSecond < 0) {
            throw new IllegalArgumentException("requests a second: 0 or more, got " + perSecond);
        }
        this.perSecond = perSecond;
        this.nanosEach = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
        this.nanoTime = nanoTime;
    }

    /// @throws ProblemException RATE_LIMITED
    public void take(String caller) {
        if (perSecond == 0) {
            return;
        }
        long now = nanoTime.getAsLong();
        long full = now + Duration.ofSeconds(1).toNanos();
        if (spent.size() >= MOST_CALLERS) {
            spent.values().removeIf(until -> until - now < 0);
        }
        long until = spent.merge(caller, now + nanosEach, (old, _) -> Math.max(old, now) + nanosEach);
        if (until - full > 0) {
            spent.merge(caller, 0L, (old, _) -> old - nanosEach); // what was refused is not spent
            throw new ProblemException(ErrorCode.RATE_LIMITED, "at most " + perSecond + " requests a second");
        }
    }

    /// How many callers are remembered: those that lately called, and some more.
    int remembered() {
        return spent.size();
    }
}
