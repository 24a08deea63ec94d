package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/// A retry policy, read from a definition that has been checked.
///
/// @param policy `{delay, backoff, limit, jitter}`
record Retry(JsonNode policy) {
    private static final Duration LONGEST = Duration.ofDays(1);

    /// Whether another attempt may follow.
    ///
    /// @param attempts that were made
    /// @param since when the first began
    boolean allows(int attempts, Instant since, Instant now) {
        JsonNode count = policy.at("/limit/attempt/count");
        JsonNode duration = policy.at("/limit/duration");
        return !(count.isInt() && attempts >= count.intValue())
                && !(duration.isValueNode()
                        && !duration.isMissingNode()
                        && Duration.between(since, now).compareTo(Spans.of(duration)) >= 0);
    }

    /// The pause after that many attempts, at most a day; what the other side asked for, when that is longer.
    ///
    /// @param random from 0 to just below 1
    Duration pause(int attempts, WorkflowError error, double random) {
        Duration delay = policy.has("delay") ? Spans.of(policy.get("delay")) : Duration.ZERO;
        JsonNode backoff = policy.path("backoff");
        double factor = backoff.has("exponential") ? Math.pow(2, attempts - 1.0) : backoff.has("linear") ? attempts : 1;
        double millis = Math.min((double) delay.toMillis() * factor, (double) LONGEST.toMillis());
        if (policy.has("jitter")) {
            long from = Spans.of(policy.at("/jitter/from")).toMillis();
            long to = Spans.of(policy.at("/jitter/to")).toMillis();
            millis += from + random * Math.max(0, to - from);
        }
        Duration own = Duration.ofMillis((long) millis);
        Duration asked = error.retryAfter();
        return (asked != null && asked.compareTo(own) > 0) ? asked : own;
    }
}
