package dev.gangway.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegistrationStatusTest {
    @Test
    void webhooks_spell_it_in_lower_case_with_hyphens() {
        assertThat(Arrays.stream(RegistrationStatus.values()).map(RegistrationStatus::wire))
                .containsExactly("not-started", "processing", "approved", "enabled", "attention-required");
    }
}
