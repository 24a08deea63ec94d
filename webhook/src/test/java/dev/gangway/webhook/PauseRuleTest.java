package dev.gangway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.webhook.PauseRule.Tally;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PauseRuleTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, false",
        "19, 19, false", // too few to tell
        "20, 20, true",
        "20, 19, true",
        "20, 18, false", // exactly 90 %
        "1000, 900, false",
        "1000, 901, true",
        "1000000, 12, false",
    })
    void over_nine_in_ten_of_at_least_twenty_attempts(long attempts, long rejected, boolean paused) {
        assertThat(PauseRule.isMetBy(new Tally(attempts, rejected))).isEqualTo(paused);
    }
}
