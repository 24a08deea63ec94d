package dev.gangway.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// A request to a webhook's address, as it came.
///
/// @param headers looks a header up by its name in any case
/// @param now when it came
record Incoming(Function<String, Optional<String>> headers, byte[] body, Instant now) {
    private static final Duration TOLERANCE = Duration.ofMinutes(5); // for clocks that differ, and for slow ways

    /// @throws Unproven when there is no such header
    String header(String name) throws Unproven {
        return headers.apply(name).orElseThrow(() -> new Unproven("There is no header " + name + "."));
    }

    /// Holds the time of a signature against ours: an old one may have been overheard.
    ///
    /// @param seconds since 1970
    /// @throws Unproven when it is more than five minutes away, or no time
    void refuseOld(String seconds) throws Unproven {
        try {
            Duration away = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now);
            if (away.abs().compareTo(TOLERANCE) <= 0) {
                return;
            }
        } catch (NumberFormatException | ArithmeticException | java.time.DateTimeException notATime) {
            throw new Unproven("The signature's time is not a time: seconds since 1970 are expected.");
        }
        throw new Unproven("The signature's time is more than five minutes away from ours.");
    }
}
