package dev.gangway.registration;

import static dev.gangway.registration.RegistrationProblem.LOGO_REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Property;
import dev.gangway.registration.RegistrationEvent.Forced;
import dev.gangway.registration.RegistrationEvent.LogoGiven;
import dev.gangway.registration.RegistrationEvent.StepDue;
import dev.gangway.registration.RegistrationState.Approved;
import dev.gangway.registration.RegistrationState.AttentionRequired;
import dev.gangway.registration.RegistrationState.Enabled;
import dev.gangway.registration.RegistrationState.NotStarted;
import dev.gangway.registration.RegistrationState.Processing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TransitionTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final RegistrationPace PACE =
            new RegistrationPace(Duration.ofHours(1), Duration.ofHours(10), Duration.ofHours(100));
    private static final StepDue WITH_LOGO = new StepDue(true, "request12345678");
    private static final StepDue WITHOUT_LOGO = new StepDue(false, "request12345678");
    private static final LogoGiven LOGO_GIVEN = new LogoGiven(NOON);
    private static final AttentionRequired NO_LOGO = attention(LOGO_REQUIRED);
    private static final AttentionRequired OTHER_PROBLEM = attention("the redirect URI is not reachable");

    private static final List<RegistrationStatus> PATH = List.of(
            RegistrationStatus.NOT_STARTED,
            RegistrationStatus.PROCESSING,
            RegistrationStatus.APPROVED,
            RegistrationStatus.ENABLED);

    static final List<StepDue> STEPS = List.of(WITH_LOGO, WITHOUT_LOGO);
    static final List<RegistrationState> STATES = List.of(
            new NotStarted(NOON), new Processing(NOON), new Approved(NOON), new Enabled(NOON), NO_LOGO, OTHER_PROBLEM);
    static final List<RegistrationState> STATES_THAT_NEED_NO_LOGO =
            STATES.stream().filter(state -> !state.equals(NO_LOGO)).toList();

    @Nested
    class A_step_that_is_due {
        @ParameterizedTest
        @FieldSource("dev.gangway.registration.TransitionTest#STEPS")
        void sends_the_application_whether_or_not_there_is_a_logo(StepDue step) {
            assertThat(next(new NotStarted(NOON), step)).isEqualTo(new Processing(NOON.plus(PACE.review())));
        }

        @Test
        void approves_what_was_reviewed_with_a_logo() {
            assertThat(next(new Processing(NOON), WITH_LOGO)).isEqualTo(new Approved(NOON.plus(PACE.enablement())));
        }

        @Test
        void asks_for_attention_when_the_review_finds_no_logo() {
            var problem = new RegistrationProblem("application logo is required", "request12345678");
            assertThat(next(new Processing(NOON), WITHOUT_LOGO)).isEqualTo(new AttentionRequired(problem));
        }

        @ParameterizedTest
        @FieldSource("dev.gangway.registration.TransitionTest#STEPS")
        void enables_what_was_approved_as_of_the_time_it_was_due(StepDue step) {
            assertThat(next(new Approved(NOON), step)).isEqualTo(new Enabled(NOON));
        }

        @ParameterizedTest
        @FieldSource("dev.gangway.registration.TransitionTest#STEPS")
        void changes_nothing_where_nothing_waits(StepDue step) {
            assertThat(next(new Enabled(NOON), step)).isEqualTo(new Enabled(NOON));
            assertThat(next(NO_LOGO, step)).isEqualTo(NO_LOGO);
        }
    }

    @Nested
    class A_logo {
        @Test
        void sends_what_waited_for_it_back_to_the_review() {
            assertThat(next(NO_LOGO, LOGO_GIVEN)).isEqualTo(new Processing(NOON.plus(PACE.review())));
        }

        @ParameterizedTest
        @FieldSource("dev.gangway.registration.TransitionTest#STATES_THAT_NEED_NO_LOGO")
        void changes_nothing_else(RegistrationState state) {
            assertThat(next(state, LOGO_GIVEN)).isEqualTo(state);
        }
    }

    @Nested
    class Forcing_a_status {
        @ParameterizedTest
        @EnumSource
        void reaches_it_from_every_state(RegistrationStatus status) {
            var forced = new Forced(status, NOON, null, "request12345678");
            assertThat(STATES)
                    .allSatisfy(
                            state -> assertThat(next(state, forced).status()).isEqualTo(status));
        }

        @Test
        void lets_it_go_on_from_there_at_the_usual_pace() {
            assertThat(forced(RegistrationStatus.NOT_STARTED).dueAt()).isEqualTo(NOON.plus(PACE.submission()));
            assertThat(forced(RegistrationStatus.PROCESSING).dueAt()).isEqualTo(NOON.plus(PACE.review()));
            assertThat(forced(RegistrationStatus.APPROVED).dueAt()).isEqualTo(NOON.plus(PACE.enablement()));
            assertThat(forced(RegistrationStatus.ENABLED)).isEqualTo(new Enabled(NOON));
        }

        @Test
        void shows_the_problem_that_was_named() {
            var forced = new Forced(RegistrationStatus.ATTENTION_REQUIRED, NOON, "name is taken", "request12345678");
            assertThat(next(new Enabled(NOON), forced)).isEqualTo(attention("name is taken"));
        }

        @Test
        void means_the_missing_logo_when_no_problem_is_named() {
            assertThat(forced(RegistrationStatus.ATTENTION_REQUIRED)).isEqualTo(NO_LOGO);
        }

        private RegistrationState forced(RegistrationStatus status) {
            return next(OTHER_PROBLEM, new Forced(status, NOON, null, "request12345678"));
        }
    }

    @Test
    void unless_forced_a_registration_with_a_logo_is_enabled_after_three_steps_and_never_turns_back() {
        Property.forAll(
                random -> random.ints(12, 0, 2)
                        .<RegistrationEvent>mapToObj(kind -> kind == 0 ? LOGO_GIVEN : WITH_LOGO)
                        .toList(),
                events -> {
                    RegistrationState state = new NotStarted(NOON);
                    for (RegistrationEvent event : events) {
                        RegistrationState next = next(state, event);
                        assertThat(next.status()).isGreaterThanOrEqualTo(state.status());
                        state = next;
                    }
                    long steps = events.stream().filter(WITH_LOGO::equals).count();
                    assertThat(state.status()).isEqualTo(PATH.get((int) Math.min(steps, 3)));
                });
    }

    private static RegistrationState next(RegistrationState state, RegistrationEvent event) {
        return Transition.next(state, event, PACE);
    }

    private static AttentionRequired attention(String message) {
        return new AttentionRequired(new RegistrationProblem(message, "request12345678"));
    }
}
