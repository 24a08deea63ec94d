package dev.gangway.storage;

import dev.gangway.base.Clocks;
import dev.gangway.base.WorldId;
import java.time.Duration;
import java.time.Instant;

/// A clock for tests: it stands still until told otherwise, in all worlds alike. Thread-safe.
public final class SettableClock implements Clocks {
    private volatile Instant now;

    /// Starts at noon (UTC) of an ordinary Wednesday.
    public SettableClock() {
        this(Instant.parse("2026-03-04T12:00:00Z"));
    }

    public SettableClock(Instant start) {
        this.now = start;
    }

    public Instant now() {
        return now;
    }

    @Override
    public Instant now(WorldId world) {
        return now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void advance(Duration step) {
        now = now.plus(step);
    }
}
