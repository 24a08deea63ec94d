package dev.gangway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetryScheduleTest {
    @Test
    void attempts_are_made_at_the_documented_times() {
        List<Duration> times = new ArrayList<>(List.of(Duration.ZERO));
        for (int attempts = 1; attempts < RetrySchedule.ATTEMPTS; attempts++) {
            times.add(times.getLast().plus(RetrySchedule.delayAfter(attempts).orElseThrow()));
        }
        assertThat(times)
                .containsExactly(
                        Duration.ZERO,
                        Duration.parse("PT30S"),
                        Duration.parse("PT2M30S"),
                        Duration.parse("PT10M30S"),
                        Duration.parse("PT42M30S"),
                        Duration.parse("PT2H50M30S"),
                        Duration.parse("PT11H22M30S"));
    }

    @Test
    void after_the_seventh_there_is_no_other() {
        assertThat(RetrySchedule.delayAfter(7)).isEmpty();
    }

    @Test
    void delays_grow_and_stay_bounded() {
        Property.forAll(random -> random.nextInt(1, 100), attempts -> {
            Duration delay = RetrySchedule.delayAfter(attempts).orElse(Duration.ofHours(24));
            Duration next = RetrySchedule.delayAfter(attempts + 1).orElse(Duration.ofHours(24));
            assertThat(delay).isBetween(Duration.ofSeconds(30), Duration.ofHours(24));
            assertThat(next).isGreaterThanOrEqualTo(delay);
        });
    }
}
