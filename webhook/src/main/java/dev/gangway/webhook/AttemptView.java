package dev.gangway.webhook;

import dev.gangway.egress.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An attempt as the admin API shows it.
///
/// @param status the receiver's; null when it gave no answer
/// @param error why there was no answer; null when there was one
/// @param response the beginning of the answer's body; null when there was no answer
/// @param durationMs in milliseconds; `duration_ms` in JSON
record AttemptView(
        Instant at,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String response,
        long durationMs) {

    static AttemptView of(Attempt attempt) {
        long millis = attempt.took().toMillis();
        return switch (attempt.outcome()) {
            case Outcome.Answered(int status, String excerpt) ->
                new AttemptView(attempt.at(), status, null, excerpt, millis);
            case Outcome.Unanswered(String reason) -> new AttemptView(attempt.at(), null, reason, null, millis);
        };
    }
}
