package dev.gangway.allowance;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a connection takes.
///
/// @param perMinute calls that may begin in a minute, spread out evenly but for a second's worth; null for any number
/// @param concurrent calls under way at once; null for any number
public record Limits(@Nullable Integer perMinute, @Nullable Integer concurrent) {
    public static final Limits NONE = new Limits(null, null);

    private static final int SECONDS = 60;

    public boolean isNone() {
        return perMinute == null && concurrent == null;
    }

    /// From one call to the next.
    Duration interval() {
        return perMinute == null ? Duration.ZERO : Duration.ofMinutes(1).dividedBy(perMinute);
    }

    /// What a pause saves up: calls of one second, one at least, may begin together.
    Duration saved() {
        int together = perMinute == null ? 1 : Math.max(1, perMinute / SECONDS);
        return interval().multipliedBy(together - 1L);
    }
}
