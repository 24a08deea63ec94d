package dev.gangway.gateway;

import org.jspecify.annotations.Nullable;

/// Which calls of the log are wanted; null and false for all.
///
/// @param caller as in the audit trail; with a run, its branches and the runs that it began call too
/// @param text anywhere in what is kept of a call, bodies included, in any case; of the newest 100,000 that the rest
///     leaves
/// @param failed only those that met an error: no answer, or a status from 400 on
public record CallFilter(
        @Nullable String connection,
        @Nullable String operation,
        @Nullable String caller,
        @Nullable String text,
        boolean failed) {
    public static final CallFilter ALL = new CallFilter(null, null, null, null, false);

    /// What stands before a run's id where a run calls.
    public static final String RUN = "run:";

    /// Whether the caller is a run.
    boolean isOfARun() {
        return caller != null && caller.startsWith(RUN);
    }
}
