package dev.gangway.journal;

import org.jspecify.annotations.Nullable;

/// Which runs are wanted; null for any.
///
/// @param parent the run that started them; null for runs that no other started
public record RunFilter(
        @Nullable String workflow,
        @Nullable RunState state,
        @Nullable String parent) {
    /// Those that a run started.
    public static RunFilter startedBy(String run) {
        return new RunFilter(null, null, run);
    }
}
