package dev.gangway.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.RawExchange.Header;
import dev.gangway.gateway.Answered;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PauseTest {
    private static final Header SENT = new Header("Date", "Sat, 28 Nov 2026 11:00:00 GMT"); // 1795863600

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After | 7 | PT7S",
                "retry-after | 0 | PT0S",
                "Retry-After | 999999999 | P1D",
                "Retry-After | Sat, 28 Nov 2026 11:02:00 GMT | PT2M",
                "Retry-After | Sat, 28 Nov 2026 10:00:00 GMT | PT0S",
                "RateLimit-Reset | 12 | PT12S",
                "X-RateLimit-Reset | 1795863630 | PT30S",
                "X-Rate-Limit-Reset | 2.75 | PT2S",
                "RateLimit | \"burst\";r=0;t=5, \"day\";r=0;t=40 | PT40S"
            })
    void too_many_requests_are_put_off_as_the_answer_says(String name, String value, Duration pause) {
        assertThat(asked(429, SENT, new Header(name, value))).contains(pause);
    }

    @Test
    void the_answers_own_wish_goes_before_the_window_of_a_limit() {
        assertThat(asked(429, new Header("RateLimit-Reset", "60"), new Header("Retry-After", "5")))
                .contains(Duration.ofSeconds(5));
    }

    @Test
    void limits_mean_nothing_where_the_trouble_is_another() {
        assertThat(asked(503, new Header("RateLimit-Reset", "60"))).isEmpty();
        assertThat(asked(503, new Header("Retry-After", "60"))).contains(Duration.ofMinutes(1));
    }

    @Test
    void a_time_without_the_others_clock_is_no_span() {
        assertThat(asked(429, new Header("Retry-After", "Sat, 28 Nov 2026 11:02:00 GMT")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1e3", "99999999999999999999", "Sat, 99 Nov 2026 11:02:00 GMT"})
    void nonsense_asks_for_nothing(String value) {
        assertThat(asked(429, SENT, new Header("Retry-After", value))).isEmpty();
    }

    private static Optional<Duration> asked(int status, Header... headers) {
        return Pause.asked(new Answered(status, Arrays.asList(headers), new byte[0], Optional.empty(), List.of()));
    }
}
