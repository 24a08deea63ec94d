package dev.gangway.journal;

import java.util.Locale;

/// Where a run is in its life.
public enum RunState {
    /// It runs, or waits for a time, an event or a child.
    ACTIVE,
    /// Somebody stopped it for now.
    SUSPENDED,
    /// It cannot go on without a person: its definition and its journal disagree, or it takes its nodes down.
    STUCK,
    COMPLETED,
    FAILED,
    CANCELLED;

    /// As the API and the database say it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RunState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public boolean isEnd() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
