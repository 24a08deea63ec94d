package dev.gangway.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a run waits for.
///
/// @param what `sleep`, `events`, `children` or `allowance`; null for nothing
/// @param at the path of the task in the run that waits
/// @param until when it goes on if nothing happens before; null for never
public record Waiting(
        @Nullable String what,
        @Nullable String at,
        @Nullable Instant until) {
    public static final Waiting NOTHING = new Waiting(null, null, null);
}
