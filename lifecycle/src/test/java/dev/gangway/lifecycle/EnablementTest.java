package dev.gangway.lifecycle;

import static dev.gangway.lifecycle.Enablement.decide;
import static dev.gangway.lifecycle.ProductStates.ACTIVE;
import static dev.gangway.lifecycle.ProductStates.DENIED;
import static dev.gangway.lifecycle.ProductStates.IN_REVIEW;
import static dev.gangway.lifecycle.ProductStates.MORE_NEEDED;
import static dev.gangway.lifecycle.ProductStates.PENDING;
import static dev.gangway.lifecycle.ProductStates.states;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Property;
import dev.gangway.lifecycle.Enablement.AlreadyEnabled;
import dev.gangway.lifecycle.Enablement.Enable;
import dev.gangway.lifecycle.Enablement.NotReady;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EnablementTest {
    static final List<ProductState> BEFORE_APPROVAL = List.of(MORE_NEEDED, IN_REVIEW, DENIED);

    @Nested
    class Without_products_named {
        private static final List<String> NONE = List.of();

        @Test
        void enables_every_product_that_waits() {
            assertThat(decide(states("auth", PENDING, "identity", PENDING), NONE))
                    .isEqualTo(new Enable(List.of("auth", "identity"), states("auth", ACTIVE, "identity", ACTIVE)));
        }

        @ParameterizedTest
        @FieldSource("dev.gangway.lifecycle.ProductStates#EACH")
        void leaves_the_others_as_they_are(ProductState other) {
            assertThat(decide(states("auth", PENDING, "transfer", other), NONE))
                    .isInstanceOfSatisfying(
                            Enable.class,
                            enable -> assertThat(enable.products()).contains("auth"))
                    .extracting(enable -> ((Enable) enable).states().get("transfer"))
                    .isEqualTo(other.equals(PENDING) ? ACTIVE : other);
        }

        @ParameterizedTest
        @FieldSource("dev.gangway.lifecycle.EnablementTest#BEFORE_APPROVAL")
        void is_refused_while_none_waits(ProductState state) {
            assertThat(decide(states("auth", state), NONE)).isEqualTo(new NotReady());
            assertThat(decide(states("auth", ACTIVE, "identity", state), NONE)).isEqualTo(new NotReady());
        }

        @Test
        void says_so_when_all_are_active() {
            assertThat(decide(states("auth", ACTIVE, "identity", ACTIVE), NONE)).isEqualTo(new AlreadyEnabled());
        }

        @Test
        void is_refused_for_a_customer_without_products() {
            assertThat(decide(new LinkedHashMap<>(), NONE)).isEqualTo(new NotReady());
        }
    }

    @Nested
    class With_products_named {
        @Test
        void enables_those_alone() {
            assertThat(decide(states("auth", PENDING, "identity", PENDING), List.of("identity")))
                    .isEqualTo(new Enable(List.of("identity"), states("auth", PENDING, "identity", ACTIVE)));
        }

        @Test
        void enables_what_is_left_when_some_are_active() {
            assertThat(decide(states("auth", ACTIVE, "identity", PENDING), List.of("auth", "identity")))
                    .isEqualTo(new Enable(List.of("identity"), states("auth", ACTIVE, "identity", ACTIVE)));
        }

        @Test
        void enables_a_product_named_twice_once() {
            assertThat(decide(states("auth", PENDING), List.of("auth", "auth")))
                    .isEqualTo(new Enable(List.of("auth"), states("auth", ACTIVE)));
        }

        @ParameterizedTest
        @FieldSource("dev.gangway.lifecycle.EnablementTest#BEFORE_APPROVAL")
        void enables_none_when_one_is_not_ready(ProductState state) {
            assertThat(decide(states("auth", PENDING, "identity", state), List.of("auth", "identity")))
                    .isEqualTo(new NotReady());
        }

        @Test
        void is_refused_for_a_product_that_is_not_the_customers() {
            assertThat(decide(states("auth", PENDING), List.of("auth", "transfer")))
                    .isEqualTo(new NotReady());
            assertThat(decide(states("auth", ACTIVE), List.of("auth", "transfer")))
                    .isEqualTo(new NotReady());
        }

        @Test
        void says_so_when_they_are_active_already() {
            assertThat(decide(states("auth", ACTIVE, "identity", PENDING), List.of("auth")))
                    .isEqualTo(new AlreadyEnabled());
        }
    }

    private record Case(SequencedMap<String, ProductState> states, List<String> requested) {
        private static final List<String> PRODUCTS = List.of("auth", "identity", "transactions", "transfer");

        static Case any(RandomGenerator random) {
            List<String> requested =
                    PRODUCTS.stream().filter(_ -> random.nextInt(3) == 0).toList();
            return new Case(ProductStates.any(PRODUCTS, random), requested);
        }
    }

    @Test
    void nothing_but_what_waited_and_was_asked_for_changes() {
        Property.forAll(Case::any, given -> {
            if (decide(given.states(), given.requested()) instanceof Enable(List<String> enabled, var after)) {
                assertThat(enabled).isNotEmpty();
                assertThat(given.requested().isEmpty() || given.requested().containsAll(enabled))
                        .isTrue();
                assertThat(after.sequencedKeySet())
                        .containsExactlyElementsOf(given.states().sequencedKeySet());
                given.states()
                        .forEach((product, before) ->
                                assertThat(after.get(product)).isEqualTo(enabled.contains(product) ? ACTIVE : before));
                assertThat(enabled)
                        .allMatch(product -> PENDING.equals(given.states().get(product)));
            }
        });
    }

    @Test
    void what_was_enabled_cannot_be_enabled_again() {
        Property.forAll(Case::any, given -> {
            if (decide(given.states(), given.requested()) instanceof Enable(List<String> enabled, var after)) {
                assertThat(decide(after, enabled)).isEqualTo(new AlreadyEnabled());
                assertThat(decide(after, given.requested())).isNotInstanceOf(Enable.class);
            }
        });
    }

    @Test
    void the_order_of_the_request_does_not_matter() {
        Property.forAll(
                Case::any,
                given -> assertThat(decide(given.states(), given.requested().reversed())
                                .getClass())
                        .isEqualTo(decide(given.states(), given.requested()).getClass()));
    }
}
