package dev.gangway.diagram;

import java.util.Locale;

/// How far a run is in a task; a task that it has not come to has none. Later ones win where a task was performed more
/// than once.
public enum Mark {
    DONE,
    WAITING,
    RUNNING,
    FAILED;

    /// As style sheets and readers know it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
