package dev.gangway.journal;

import java.util.List;

/// An engine elsewhere that takes runs to their ends. Whatever a run has to know is in rows here, and kept by
/// [Hosting]; the host is only told that there is something to look at, at least once.
public interface Host extends AutoCloseable {
    /// Whether new runs begin there; those that began there go on there in any case.
    boolean takesNewRuns();

    /// Begins to take on runs.
    void start(Hosting hosting);

    /// Begins a run where it left off, unless it goes on already, and lets it look at its [Orders].
    void knock(Claimed run);

    /// What a run that goes on there has recorded and not yet handed back, from a position on; empty when it does not
    /// go on, or cannot be asked.
    List<Written> recorded(String run, int from, int limit);

    /// What a run that goes on there waits for; [Waiting#NOTHING] when it does not, or cannot be asked.
    Waiting waiting(String run);

    @Override
    void close();
}
