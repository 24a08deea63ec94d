package dev.gangway.lifecycle;

import static dev.gangway.base.Environment.PRODUCTION;
import static dev.gangway.base.Environment.SANDBOX;
import static dev.gangway.lifecycle.AutomaticReview.verdict;
import static dev.gangway.lifecycle.ReviewPolicy.AUTO;
import static dev.gangway.lifecycle.ReviewPolicy.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Environment;
import dev.gangway.lifecycle.Verdict.Approve;
import dev.gangway.lifecycle.Verdict.Deny;
import dev.gangway.lifecycle.Verdict.Hold;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AutomaticReviewTest {
    @ParameterizedTest
    @EnumSource
    void approves_at_once_under_the_auto_policy(Environment environment) {
        assertThat(verdict(Profiles.complete(), AUTO, environment, false)).isEqualTo(new Approve());
    }

    @ParameterizedTest
    @EnumSource
    void leaves_it_to_a_person_under_the_manual_policy(Environment environment) {
        assertThat(verdict(Profiles.complete(), MANUAL, environment, false)).isInstanceOf(Hold.class);
    }

    @ParameterizedTest
    @CsvSource({"AUTO, SANDBOX", "AUTO, PRODUCTION", "MANUAL, SANDBOX", "MANUAL, PRODUCTION"})
    void holds_a_channel_conflict_under_either_policy(ReviewPolicy policy, Environment environment) {
        assertThat(verdict(Profiles.complete(), policy, environment, true))
                .isEqualTo(new Hold("channel conflict: the website is that of another partner's customer"));
    }

    @Nested
    class A_legal_entity_name_with_a_forced_outcome {
        @ParameterizedTest
        @CsvSource({"AUTO, false", "AUTO, true", "MANUAL, false", "MANUAL, true"})
        void decides_in_sandbox_before_anything_else(ReviewPolicy policy, boolean channelConflict) {
            assertThat(verdict(named("Harbour (denied)"), policy, SANDBOX, channelConflict))
                    .isEqualTo(new Deny("forced by the legal entity name"));
            assertThat(verdict(named("Harbour (under review)"), policy, SANDBOX, channelConflict))
                    .isEqualTo(new Hold("forced by the legal entity name"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Harbour (denied)", "Harbour (under review)"})
        void means_nothing_in_production(String name) {
            assertThat(verdict(named(name), AUTO, PRODUCTION, false)).isEqualTo(new Approve());
        }

        @ParameterizedTest
        @ValueSource(strings = {"(denied) Harbour", "Harbour (Denied)", "Harbour(denied)", "Harbour (denied) GmbH"})
        void has_to_end_in_the_very_words(String name) {
            assertThat(verdict(named(name), AUTO, SANDBOX, false)).isEqualTo(new Approve());
        }

        private static Profile named(String name) {
            return Profiles.completeBut("{\"legal_entity_name\": \"%s\"}".formatted(name));
        }
    }
}
