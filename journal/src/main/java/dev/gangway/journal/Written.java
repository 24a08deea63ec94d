package dev.gangway.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One position of a run's journal, as an engine writes it.
///
/// @param position counts from 0
/// @param path of the task in the run
/// @param asked hash of path, kind and arguments
/// @param arguments JSON
/// @param outcome JSON; null for a call that begins
/// @param begunAt null when it began where the one before ended
/// @param now when it ended, or, without an outcome, began
public record Written(
        int position,
        String path,
        String kind,
        String asked,
        String arguments,
        @Nullable String outcome,
        @Nullable Instant begunAt,
        Instant now) {
    Recorded recorded() {
        return new Recorded(path, kind, asked, outcome);
    }
}
