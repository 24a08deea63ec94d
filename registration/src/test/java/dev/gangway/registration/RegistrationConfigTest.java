package dev.gangway.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gangway.base.Environment;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegistrationConfigTest {
    private static final Duration YEAR = Duration.ofDays(365);

    @Test
    void by_default_the_sandbox_takes_seconds_and_production_takes_days() {
        assertThat(RegistrationConfig.defaults().pace(Environment.SANDBOX))
                .isEqualTo(new RegistrationPace(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2)));
        assertThat(RegistrationConfig.defaults().pace(Environment.PRODUCTION))
                .isEqualTo(new RegistrationPace(Duration.ofHours(1), Duration.ofDays(3), Duration.ofDays(1)));
    }

    @Test
    void a_step_may_take_no_time_and_up_to_a_year() {
        assertThat(new RegistrationPace(Duration.ZERO, YEAR, Duration.ZERO).review())
                .isEqualTo(YEAR);
    }

    @Test
    void a_step_of_negative_length_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistrationPace(Duration.ofNanos(-1), YEAR, YEAR))
                .withMessage("submission: PT0S to P365D, got PT-0.000000001S");
    }

    @Test
    void a_step_of_more_than_a_year_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistrationPace(YEAR, YEAR, YEAR.plusSeconds(1)))
                .withMessageStartingWith("enablement: PT0S to P365D");
    }
}
