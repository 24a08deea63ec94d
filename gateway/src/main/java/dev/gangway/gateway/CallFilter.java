package dev.gangway.gateway;

import org.jspecify.annotations.Nullable;

/// Which calls of the log are wanted; null and false for all.
///
/// @param failed only those that met an error: no answer, or a status from 400 on
public record CallFilter(
        @Nullable String connection,
        @Nullable String operation,
        @Nullable String caller,
        boolean failed) {
    public static final CallFilter ALL = new CallFilter(null, null, null, false);
}
