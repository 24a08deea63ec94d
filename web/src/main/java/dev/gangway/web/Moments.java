package dev.gangway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times as pages show them.
public final class Moments {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final long MILLIS = 1_000; // in a second

    private Moments() {}

    /// To the minute, in UTC; a dash for null.
    public static String minute(@Nullable Instant moment) {
        return moment == null ? "–" : MINUTE.format(moment) + " UTC";
    }

    /// To the second, in UTC; a dash for null.
    public static String second(@Nullable Instant moment) {
        return moment == null ? "–" : SECOND.format(moment) + " UTC";
    }

    /// Roughly, in the largest unit that does: `340 ms`, `12 s`, `5 min`, `3 h`, `9 d`.
    public static String length(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 10 * MILLIS) {
            return millis < MILLIS ? millis + " ms" : millis / MILLIS + "." + millis % MILLIS / 100 + " s";
        }
        long seconds = millis / MILLIS;
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 120) {
            return minutes + " min";
        }
        return minutes < 48 * 60 ? minutes / 60 + " h" : minutes / (24 * 60) + " d";
    }
}
