package dev.gangway.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RateLimitTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final RateLimit limit = new RateLimit(10, nanos::get);

    private int taken(String caller, int times) {
        int taken = 0;
        for (int time = 0; time < times; time++) {
            try {
                limit.take(caller);
                taken++;
            } catch (ProblemException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            }
        }
        return taken;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void a_pause_saves_up_a_seconds_worth_and_no_more() {
        assertThat(taken("a", 30)).isEqualTo(10);
        pass(Duration.ofMillis(500));
        assertThat(taken("a", 30)).isEqualTo(5);
        pass(Duration.ofHours(1));
        assertThat(taken("a", 30)).isEqualTo(10);
    }

    @Test
    void callers_do_not_share() {
        assertThat(taken("a", 30)).isEqualTo(10);
        assertThat(taken("b", 30)).isEqualTo(10);
    }

    @Test
    void a_steady_caller_at_the_limit_is_never_refused() {
        for (int call = 0; call < 100; call++) {
            limit.take("a");
            pass(Duration.ofMillis(100));
        }
        assertThat(taken("a", 1)).isEqualTo(1);
    }

    @Test
    void many_callers_take_no_memory_for_long() {
        for (int caller = 0; caller < 100_000; caller++) {
            limit.take("caller " + caller);
            pass(Duration.ofMillis(1));
        }
        assertThat(limit.remembered()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void no_limit_is_none() {
        RateLimit none = new RateLimit(0, nanos::get);
        for (int call = 0; call < 10_000; call++) {
            none.take("a");
        }
        assertThatThrownBy(() -> new RateLimit(-1, nanos::get)).isInstanceOf(IllegalArgumentException.class);
    }
}
