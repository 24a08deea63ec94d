package dev.gangway.trigger;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What came of one occasion.
///
/// @param run that was started, now or before; null for none
/// @param problem why none was; null when one was, or when the condition did not hold
public record Firing(
        long id,
        Instant at,
        Outcome outcome,
        @Nullable String run,
        @Nullable String problem) {
    /// How it ended.
    public enum Outcome {
        STARTED,
        /// A run with the same deduplication key was there already.
        DUPLICATE,
        /// The condition did not hold.
        IGNORED,
        FAILED;

        /// As the API and the database say it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
