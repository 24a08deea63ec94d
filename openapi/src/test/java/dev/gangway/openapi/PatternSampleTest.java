package dev.gangway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PatternSampleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[0-9a-f]{24}$",
                "^prt_[0-9A-Za-z]+$",
                "^\\d{4}-\\d{2}$",
                "^(US|CA)?[A-Z]{2,3}$",
                "[^a-z]+@x\\.y",
                "^(?:ab|c){2}$",
                "a*b+?c",
                "^[\\w.-]+$"
            })
    void makes_a_text_that_matches(String pattern) {
        assertThat(PatternSample.of(pattern))
                .hasValueSatisfying(sample -> assertThat(sample).containsPattern(pattern));
    }

    @Test
    void makes_nothing_of_what_it_does_not_know() {
        assertThat(PatternSample.of("^(?=.*\\d).+$")).isEmpty();
        assertThat(PatternSample.of("(a{1000}){1000}")).isEmpty();
        assertThat(PatternSample.of("[a")).isEmpty();
        assertThat(PatternSample.of("(a")).isEmpty();
    }
}
