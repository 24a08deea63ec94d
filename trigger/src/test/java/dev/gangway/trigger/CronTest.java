package dev.gangway.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CronTest {
    private static Instant after(String cron, String zone, String instant) {
        Instant next = Cron.of(new Occasion.Schedule(cron, zone)).after(Instant.parse(instant));
        if (next == null) {
            throw new AssertionError("never");
        }
        return next;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * *|UTC|2026-03-04T12:00:00Z|2026-03-04T12:01:00Z",
                "*/15 * * * *|UTC|2026-03-04T12:01:30Z|2026-03-04T12:15:00Z",
                "0 3 * * 1-5|UTC|2026-03-06T04:00:00Z|2026-03-09T03:00:00Z", // over a weekend
                "0 0 29 2 *|UTC|2026-03-04T12:00:00Z|2028-02-29T00:00:00Z",
                "30 9 * * *|Europe/Berlin|2026-01-10T00:00:00Z|2026-01-10T08:30:00Z",
                "30 9 * * *|Europe/Berlin|2026-07-10T00:00:00Z|2026-07-10T07:30:00Z", // summer time
                "30 9 * * *|America/New_York|2026-03-07T15:00:00Z|2026-03-08T13:30:00Z" // its first day
            })
    void the_clock_of_the_place_counts(String cron, String zone, String now, String next) {
        assertThat(after(cron, zone, now)).isEqualTo(next);
    }

    @Test
    void a_time_that_the_clock_skips_is_not_lost() {
        assertThat(after("30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z")).isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void every_minute_is_every_minute_also_where_the_clock_is_put_back() {
        assertThat(after("* * * * *", "Europe/Berlin", "2026-10-25T00:59:00Z")).isEqualTo("2026-10-25T01:00:00Z");
        assertThat(after("* * * * *", "Europe/Berlin", "2026-10-25T01:10:00Z")).isEqualTo("2026-10-25T01:11:00Z");
    }

    @Test
    void a_day_that_no_year_has_never_comes() {
        assertThat(Cron.of(new Occasion.Schedule("0 0 30 2 *", "UTC")).after(Instant.parse("2026-03-04T12:00:00Z")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * * *", "61 * * * *", "* * * * * *", "noon", "@reboot"})
    void what_is_no_cron_expression_is_refused(String cron) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cron.of(new Occasion.Schedule(cron, "UTC")))
                .withMessageStartingWith("schedule.cron: five fields");
    }

    @Test
    void an_unknown_place_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cron.of(new Occasion.Schedule("* * * * *", "Europe/Atlantis")))
                .withMessage("schedule.time_zone: a name such as Europe/Berlin, got Europe/Atlantis");
    }
}
