package dev.gangway.trigger;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The times of a schedule. Pure.
record Cron(ExecutionTime times, ZoneId zone) {
    /// Reads a schedule.
    ///
    /// @throws IllegalArgumentException saying what is wrong with it
    static Cron of(Occasion.Schedule schedule) {
        return new Cron(times(schedule.cron()), zone(schedule.timeZone()));
    }

    private static ExecutionTime times(String cron) {
        try {
            CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
            return ExecutionTime.forCron(parser.parse(cron).validate());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "schedule.cron: five fields (minute, hour, day of month, month, day of week), got " + cron,
                    malformed);
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "schedule.time_zone: a name such as Europe/Berlin, got " + name, unknown);
        }
    }

    /// The first time after `instant`; null when there is none. Where clocks are put forward over it, it is not lost
    /// but as much later.
    @Nullable
    Instant after(Instant instant) {
        ZonedDateTime here = instant.atZone(zone);
        return Stream.of(times.nextExecution(here).map(ZonedDateTime::toInstant), skipped(here.toLocalDateTime()))
                .flatMap(Optional::stream)
                .filter(instant::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Optional<Instant> skipped(LocalDateTime here) {
        return times.nextExecution(here.atZone(ZoneOffset.UTC))
                .map(ZonedDateTime::toLocalDateTime)
                .filter(next -> zone.getRules().getValidOffsets(next).isEmpty())
                .map(next -> next.atZone(zone).toInstant());
    }
}
