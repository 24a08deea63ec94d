package dev.gangway.provider;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An import, and how far it is.
///
/// @param id `imp_…`
/// @param operationsDone how many are stored; 0 until their number is known
/// @param version what it made, or found there already; null until it is done
/// @param unchanged whether the very same document was there already
/// @param reason why it was refused, one sentence; else empty
public record ImportJob(
        String id,
        String provider,
        String source,
        State state,
        int operationsDone,
        int operationsTotal,
        @Nullable Integer version,
        boolean unchanged,
        String reason,
        Instant createdAt) {
    public enum State {
        WAITING,
        FETCHING,
        READING,
        STORING,
        DONE,
        REFUSED;

        /// As it is stored and shown.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public boolean hasEnded() {
        return state == State.DONE || state == State.REFUSED;
    }
}
