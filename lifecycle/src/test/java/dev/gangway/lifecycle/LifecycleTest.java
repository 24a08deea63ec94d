package dev.gangway.lifecycle;

import static dev.gangway.lifecycle.Lifecycle.next;
import static dev.gangway.lifecycle.ProductStates.ACTIVE;
import static dev.gangway.lifecycle.ProductStates.DENIED;
import static dev.gangway.lifecycle.ProductStates.IN_REVIEW;
import static dev.gangway.lifecycle.ProductStates.MORE_NEEDED;
import static dev.gangway.lifecycle.ProductStates.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.lifecycle.LifecycleEvent.Enabled;
import dev.gangway.lifecycle.LifecycleEvent.InformationChanged;
import dev.gangway.lifecycle.LifecycleEvent.ReviewApproved;
import dev.gangway.lifecycle.LifecycleEvent.ReviewDenied;
import dev.gangway.lifecycle.ProductState.Denied;
import dev.gangway.lifecycle.ProductState.UnderReview;
import dev.gangway.lifecycle.Verdict.Approve;
import dev.gangway.lifecycle.Verdict.Deny;
import dev.gangway.lifecycle.Verdict.Hold;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LifecycleTest {
    private static final Verdict APPROVE = new Approve();
    private static final Verdict HOLD = new Hold("channel conflict");
    private static final Verdict DENY = new Deny("forced");

    private static final LifecycleEvent APPROVED = new ReviewApproved(true, "looks fine");
    private static final LifecycleEvent APPROVED_TOO_EARLY = new ReviewApproved(false, "looks fine");
    private static final LifecycleEvent REFUSED_BY_A_PERSON = new ReviewDenied("cannot be verified");
    private static final LifecycleEvent ENABLED = new Enabled();

    static final List<Verdict> VERDICTS = List.of(APPROVE, HOLD, DENY);
    static final List<LifecycleEvent> REVIEW_DECISIONS = List.of(APPROVED, APPROVED_TOO_EARLY, REFUSED_BY_A_PERSON);
    static final List<LifecycleEvent> EVERY_DECISION =
            List.of(APPROVED, APPROVED_TOO_EARLY, REFUSED_BY_A_PERSON, ENABLED);
    static final List<LifecycleEvent> EVERY_CHANGE =
            List.of(stillDue(APPROVE), stillDue(DENY), met(APPROVE), met(HOLD), met(DENY), metWithNewIdentity(DENY));

    @Nested
    class A_product_that_needs_more_information {
        @ParameterizedTest
        @FieldSource("dev.gangway.lifecycle.LifecycleTest#VERDICTS")
        void goes_on_needing_it_while_a_requirement_is_due(Verdict verdict) {
            assertThat(next(MORE_NEEDED, stillDue(verdict))).hasValue(MORE_NEEDED);
        }

        @Test
        void goes_straight_to_enablement_when_the_automatic_review_approves() {
            assertThat(next(MORE_NEEDED, met(APPROVE))).hasValue(PENDING);
        }

        @Test
        void is_reviewed_by_a_person_when_the_automatic_review_holds_it() {
            assertThat(next(MORE_NEEDED, met(HOLD))).hasValue(new UnderReview("channel conflict"));
        }

        @Test
        void is_denied_when_the_automatic_review_denies() {
            assertThat(next(MORE_NEEDED, met(DENY))).hasValue(new Denied("forced"));
        }

        @ParameterizedTest
        @FieldSource("dev.gangway.lifecycle.LifecycleTest#EVERY_DECISION")
        void can_be_neither_decided_on_nor_enabled(LifecycleEvent decision) {
            assertThat(next(MORE_NEEDED, decision)).isEmpty();
        }
    }

    @Nested
    class A_product_under_review {
        @Test
        void waits_for_enablement_once_a_person_has_approved() {
            assertThat(next(IN_REVIEW, APPROVED)).hasValue(PENDING);
        }

        @Test
        void is_not_approved_while_a_requirement_is_due() { // a default contact of the partner's may be gone
            assertThat(next(IN_REVIEW, APPROVED_TOO_EARLY)).isEmpty();
        }

        @Test
        void keeps_the_reason_for_which_a_person_denied() {
            assertThat(next(IN_REVIEW, REFUSED_BY_A_PERSON)).hasValue(new Denied("cannot be verified"));
        }

        @Test
        void cannot_be_enabled() {
            assertThat(next(IN_REVIEW, ENABLED)).isEmpty();
        }

        @Test
        void needs_more_information_again_when_some_is_withdrawn() {
            assertThat(next(IN_REVIEW, stillDue(APPROVE))).hasValue(MORE_NEEDED);
        }

        @Test
        void is_approved_when_what_held_it_is_gone() {
            assertThat(next(IN_REVIEW, met(APPROVE))).hasValue(PENDING);
        }

        @Test
        void stays_there_with_the_newest_reason() {
            assertThat(next(IN_REVIEW, met(HOLD))).hasValue(new UnderReview("channel conflict"));
        }

        @Test
        void is_denied_when_the_automatic_review_denies() {
            assertThat(next(IN_REVIEW, met(DENY))).hasValue(new Denied("forced"));
        }
    }

    @Nested
    class A_product_that_waits_for_enablement {
        @Test
        void becomes_active_when_enabled() {
            assertThat(next(PENDING, ENABLED)).hasValue(ACTIVE);
        }

        @ParameterizedTest
        @FieldSource("dev.gangway.lifecycle.LifecycleTest#VERDICTS")
        void keeps_its_approval_while_the_customer_is_who_it_was(Verdict verdict) {
            assertThat(next(PENDING, met(verdict))).hasValue(PENDING);
        }

        @Test
        void keeps_its_approval_when_the_new_identity_is_approved_too() {
            assertThat(next(PENDING, metWithNewIdentity(APPROVE))).hasValue(PENDING);
        }

        @Test
        void goes_back_to_review_when_the_new_identity_needs_one() {
            assertThat(next(PENDING, metWithNewIdentity(HOLD))).hasValue(new UnderReview("channel conflict"));
        }

        @Test
        void is_denied_when_the_new_identity_is() {
            assertThat(next(PENDING, metWithNewIdentity(DENY))).hasValue(new Denied("forced"));
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void loses_its_approval_when_information_is_withdrawn(boolean identityChanged) {
            assertThat(next(PENDING, new InformationChanged(false, APPROVE, identityChanged)))
                    .hasValue(MORE_NEEDED);
        }

        @ParameterizedTest
        @FieldSource("dev.gangway.lifecycle.LifecycleTest#REVIEW_DECISIONS")
        void is_no_matter_for_review_any_more(LifecycleEvent decision) {
            assertThat(next(PENDING, decision)).isEmpty();
        }
    }

    @Nested
    class An_active_product {
        @ParameterizedTest
        @FieldSource("dev.gangway.lifecycle.LifecycleTest#EVERY_CHANGE")
        void stays_active_whatever_becomes_known(LifecycleEvent change) {
            assertThat(next(ACTIVE, change)).hasValue(ACTIVE);
        }

        @ParameterizedTest
        @FieldSource("dev.gangway.lifecycle.LifecycleTest#EVERY_DECISION")
        void can_be_neither_decided_on_nor_enabled_again(LifecycleEvent decision) {
            assertThat(next(ACTIVE, decision)).isEmpty();
        }
    }

    @Nested
    class A_denied_product {
        @ParameterizedTest
        @FieldSource("dev.gangway.lifecycle.LifecycleTest#EVERY_CHANGE")
        void stays_denied_whatever_becomes_known(LifecycleEvent change) {
            assertThat(next(DENIED, change)).hasValue(DENIED);
        }

        @Test
        void may_be_approved_by_a_person_later() {
            assertThat(next(DENIED, APPROVED)).hasValue(PENDING);
        }

        @Test
        void is_not_approved_while_a_requirement_is_due() {
            assertThat(next(DENIED, APPROVED_TOO_EARLY)).isEmpty();
        }

        @Test
        void is_not_denied_twice() {
            assertThat(next(DENIED, REFUSED_BY_A_PERSON)).isEmpty();
        }

        @Test
        void cannot_be_enabled() {
            assertThat(next(DENIED, ENABLED)).isEmpty();
        }
    }

    private static InformationChanged stillDue(Verdict verdict) {
        return new InformationChanged(false, verdict, false);
    }

    private static InformationChanged met(Verdict verdict) {
        return new InformationChanged(true, verdict, false);
    }

    private static InformationChanged metWithNewIdentity(Verdict verdict) {
        return new InformationChanged(true, verdict, true);
    }
}
