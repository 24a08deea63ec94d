package dev.gangway.lifecycle;

import static dev.gangway.lifecycle.ProductStates.ACTIVE;
import static dev.gangway.lifecycle.ProductStates.DENIED;
import static dev.gangway.lifecycle.ProductStates.IN_REVIEW;
import static dev.gangway.lifecycle.ProductStates.MORE_NEEDED;
import static dev.gangway.lifecycle.ProductStates.PENDING;
import static dev.gangway.lifecycle.ProductStates.states;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Property;
import dev.gangway.lifecycle.LifecycleEvent.InformationChanged;
import dev.gangway.lifecycle.ProductState.Active;
import dev.gangway.lifecycle.ProductState.Denied;
import dev.gangway.lifecycle.ProductState.UnderReview;
import dev.gangway.lifecycle.Verdict.Approve;
import dev.gangway.lifecycle.Verdict.Hold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CustomerLifecycleTest {
    private static final List<String> ANY = List.of();
    private static final Profile COMPLETE = Profiles.complete();
    private static final Profile WITHOUT_QUESTIONNAIRE = Profiles.completeBut("{\"questionnaires\": null}");
    private static final Profile RENAMED = Profiles.completeBut("{\"legal_entity_name\": \"Quay Bikes GmbH\"}");

    @Nested
    class A_new_customer {
        @Test
        void has_each_product_as_far_as_what_is_known_takes_it() {
            assertThat(begin(WITHOUT_QUESTIONNAIRE, new Approve()))
                    .isEqualTo(states("auth", PENDING, "cra_base_report", MORE_NEEDED));
        }

        @Test
        void is_held_where_a_person_has_to_decide() {
            assertThat(begin(COMPLETE, new Hold("every one")))
                    .isEqualTo(states(
                            "auth", new UnderReview("every one"), "cra_base_report", new UnderReview("every one")));
        }

        @Test
        void keeps_its_products_in_the_order_asked_for() {
            List<String> products = List.of("transfer", "auth", "identity", "balance");
            assertThat(CustomerLifecycle.begin(products, COMPLETE, PartnerDefaults.NONE, new Approve())
                            .sequencedKeySet())
                    .containsExactlyElementsOf(products);
        }

        private static SequencedMap<String, ProductState> begin(Profile profile, Verdict verdict) {
            return CustomerLifecycle.begin(List.of("auth", "cra_base_report"), profile, PartnerDefaults.NONE, verdict);
        }
    }

    @Nested
    class A_change_of_information {
        @Test
        void takes_each_product_by_its_own_requirements() {
            assertThat(changed(states("auth", PENDING, "cra_base_report", PENDING), COMPLETE, WITHOUT_QUESTIONNAIRE))
                    .isEqualTo(states("auth", PENDING, "cra_base_report", MORE_NEEDED));
        }

        @Test
        void sends_what_was_approved_back_to_review_when_the_customer_is_renamed() {
            assertThat(changed(states("auth", PENDING, "identity", ACTIVE), COMPLETE, RENAMED))
                    .isEqualTo(states("auth", new UnderReview("look again"), "identity", ACTIVE));
        }

        @Test
        void keeps_an_approval_when_nothing_of_the_identity_changed() {
            assertThat(changed(states("auth", PENDING), WITHOUT_QUESTIONNAIRE, COMPLETE))
                    .isEqualTo(states("auth", PENDING));
        }

        private static SequencedMap<String, ProductState> changed(
                SequencedMap<String, ProductState> states, Profile before, Profile now) {
            return CustomerLifecycle.informationChanged(
                    states, before, now, PartnerDefaults.NONE, new Hold("look again"));
        }
    }

    @Nested
    class Another_choice_of_products {
        @Test
        void keeps_the_state_of_those_that_stay() {
            assertThat(CustomerLifecycle.choose(
                            states("auth", PENDING, "identity", IN_REVIEW), List.of("identity", "auth")))
                    .isEqualTo(states("identity", IN_REVIEW, "auth", PENDING));
        }

        @Test
        void begins_new_ones_from_the_beginning_and_forgets_the_others() {
            assertThat(CustomerLifecycle.choose(states("auth", PENDING), List.of("transfer")))
                    .isEqualTo(states("transfer", MORE_NEEDED));
        }

        @Test
        void gives_up_neither_an_active_nor_a_denied_product() {
            assertThat(CustomerLifecycle.choose(states("auth", ACTIVE, "identity", DENIED), List.of()))
                    .isEqualTo(states("auth", ACTIVE, "identity", DENIED));
        }
    }

    @Nested
    class A_persons_approval {
        @Test
        void is_for_the_products_named() {
            assertThat(approve(states("auth", IN_REVIEW, "identity", IN_REVIEW), List.of("identity"), COMPLETE))
                    .hasValue(states("auth", IN_REVIEW, "identity", PENDING));
        }

        @Test
        void is_for_every_product_under_review_when_none_is_named() {
            assertThat(approve(states("auth", IN_REVIEW, "identity", DENIED), ANY, COMPLETE))
                    .hasValue(states("auth", PENDING, "identity", DENIED));
        }

        @Test
        void overturns_a_denial_when_nothing_else_waits() {
            assertThat(approve(states("auth", ACTIVE, "identity", DENIED), ANY, COMPLETE))
                    .hasValue(states("auth", ACTIVE, "identity", PENDING));
        }

        @Test
        void overturns_a_denial_that_is_named() {
            assertThat(approve(states("auth", IN_REVIEW, "identity", DENIED), List.of("identity"), COMPLETE))
                    .hasValue(states("auth", IN_REVIEW, "identity", PENDING));
        }

        @Test
        void is_refused_whole_when_one_product_named_does_not_wait_for_it() {
            assertThat(approve(states("auth", IN_REVIEW, "identity", PENDING), List.of("auth", "identity"), COMPLETE))
                    .isEmpty();
        }

        @Test
        void is_refused_for_a_product_that_is_not_the_customers() {
            assertThat(approve(states("auth", IN_REVIEW), List.of("auth", "transfer"), COMPLETE))
                    .isEmpty();
        }

        @Test
        void is_refused_when_nothing_waits_for_it() {
            assertThat(approve(states("auth", ACTIVE, "identity", MORE_NEEDED), ANY, COMPLETE))
                    .isEmpty();
        }

        @Test
        void is_refused_while_a_requirement_of_the_product_is_due() {
            assertThat(approve(states("cra_base_report", IN_REVIEW), ANY, WITHOUT_QUESTIONNAIRE))
                    .isEmpty();
        }

        private static Optional<SequencedMap<String, ProductState>> approve(
                SequencedMap<String, ProductState> states, List<String> products, Profile customer) {
            return CustomerLifecycle.approved(states, products, customer, PartnerDefaults.NONE, "fine");
        }
    }

    @Nested
    class A_persons_denial {
        @Test
        void is_for_the_products_named_and_keeps_the_reason() {
            assertThat(deny(states("auth", IN_REVIEW, "identity", IN_REVIEW), List.of("auth")))
                    .hasValue(states("auth", new Denied("not to be verified"), "identity", IN_REVIEW));
        }

        @Test
        void is_for_every_product_under_review_when_none_is_named() {
            assertThat(deny(states("auth", IN_REVIEW, "identity", ACTIVE), ANY))
                    .hasValue(states("auth", new Denied("not to be verified"), "identity", ACTIVE));
        }

        @Test
        void is_refused_when_nothing_is_under_review() {
            assertThat(deny(states("auth", PENDING, "identity", DENIED), ANY)).isEmpty();
            assertThat(deny(states("auth", IN_REVIEW, "identity", PENDING), List.of("identity")))
                    .isEmpty();
            assertThat(deny(new LinkedHashMap<>(), ANY)).isEmpty();
        }

        private static Optional<SequencedMap<String, ProductState>> deny(
                SequencedMap<String, ProductState> states, List<String> products) {
            return CustomerLifecycle.denied(states, products, "not to be verified");
        }
    }

    private static final List<String> PRODUCTS = List.of("auth", "identity", "cra_base_report", "cra_income_insights");

    /// A customer in the middle of its life, what changes about it, and what the products are to be.
    private record Case(
            SequencedMap<String, ProductState> states,
            Profile before,
            Profile now,
            Verdict verdict,
            List<String> products) {
        static Case any(RandomGenerator random) {
            Verdict verdict = random.nextBoolean() ? new Approve() : new Hold("look again");
            List<String> products =
                    PRODUCTS.stream().filter(_ -> random.nextBoolean()).toList();
            return new Case(
                    ProductStates.any(PRODUCTS, random), anyProfile(random), anyProfile(random), verdict, products);
        }

        /// Often nearly complete: what random parts leave due is mostly due for every product.
        private static Profile anyProfile(RandomGenerator random) {
            return switch (random.nextInt(4)) {
                case 0 -> COMPLETE;
                case 1 -> WITHOUT_QUESTIONNAIRE;
                case 2 -> RENAMED;
                default -> Profile.of(Profiles.any(random));
            };
        }

        SequencedMap<String, ProductState> afterwards() {
            return CustomerLifecycle.informationChanged(states, before, now, PartnerDefaults.NONE, verdict);
        }
    }

    @Test
    void a_customer_changes_as_each_of_its_products_would_alone() {
        Property.forAll(
                Case::any,
                given -> given.states().forEach((product, state) -> {
                    boolean met = Requirements.due(given.now(), PartnerDefaults.NONE, List.of(product))
                            .isEmpty();
                    boolean identityChanged = !given.before().hasIdentityOf(given.now());
                    assertThat(Lifecycle.next(state, new InformationChanged(met, given.verdict(), identityChanged)))
                            .hasValue(given.afterwards().get(product));
                }));
    }

    @Test
    void no_change_adds_drops_or_reorders_products() {
        Property.forAll(
                Case::any,
                given -> assertThat(given.afterwards().sequencedKeySet())
                        .containsExactlyElementsOf(given.states().sequencedKeySet()));
    }

    @Test
    void no_choice_of_products_makes_active_or_clears_a_denial() {
        Property.forAll(Case::any, given -> {
            SequencedMap<String, ProductState> chosen = CustomerLifecycle.choose(given.states(), given.products());
            assertThat(chosen.keySet()).containsAll(given.products());
            PRODUCTS.forEach(product -> {
                ProductState before = given.states().get(product);
                ProductState after = chosen.get(product);
                if (isDecided(before) || isDecided(after)) {
                    assertThat(after).isEqualTo(before);
                }
            });
        });
    }

    private static boolean isDecided(@Nullable ProductState state) {
        return state instanceof Active || state instanceof Denied;
    }
}
