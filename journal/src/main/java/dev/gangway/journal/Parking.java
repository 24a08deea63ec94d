package dev.gangway.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a run is left alone for now.
///
/// @param cause what it waits for; null for nothing
/// @param path of the task in the run that it is in
/// @param dueAt when it goes on if nothing happens before; null for never
record Parking(
        RunStore.@Nullable Wait cause,
        String path,
        @Nullable Instant dueAt) {
    /// As the database says what it waits for.
    @Nullable
    String word() {
        return cause == null ? null : cause.word();
    }
}
