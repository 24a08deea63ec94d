package dev.gangway.lifecycle;

import static dev.gangway.lifecycle.ProductStates.ACTIVE;
import static dev.gangway.lifecycle.ProductStates.DENIED;
import static dev.gangway.lifecycle.ProductStates.EACH;
import static dev.gangway.lifecycle.ProductStates.IN_REVIEW;
import static dev.gangway.lifecycle.ProductStates.MORE_NEEDED;
import static dev.gangway.lifecycle.ProductStates.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CustomerStatusTest {
    @ParameterizedTest
    @FieldSource("dev.gangway.lifecycle.ProductStates#EACH")
    void of_products_that_are_all_alike_is_theirs(ProductState state) {
        assertThat(CustomerStatus.of(List.of(state, state))).isEqualTo(state.status());
    }

    @Test
    void is_that_of_the_furthest_product() {
        List<ProductState> products = new ArrayList<>(List.of(DENIED, MORE_NEEDED, IN_REVIEW, PENDING, ACTIVE));
        assertThat(CustomerStatus.of(products)).isEqualTo(CustomerStatus.ACTIVE);
        products.remove(ACTIVE);
        assertThat(CustomerStatus.of(products)).isEqualTo(CustomerStatus.PENDING_ENABLEMENT);
        products.remove(PENDING);
        assertThat(CustomerStatus.of(products)).isEqualTo(CustomerStatus.UNDER_REVIEW);
        products.remove(IN_REVIEW);
        assertThat(CustomerStatus.of(products)).isEqualTo(CustomerStatus.MORE_INFORMATION_NEEDED);
        products.remove(MORE_NEEDED);
        assertThat(CustomerStatus.of(products)).isEqualTo(CustomerStatus.DENIED);
    }

    @Test
    void without_products_says_that_there_is_more_to_be_said() {
        assertThat(CustomerStatus.of(List.of())).isEqualTo(CustomerStatus.MORE_INFORMATION_NEEDED);
    }

    @Test
    void does_not_depend_on_the_order_of_products() {
        Property.forAll(CustomerStatusTest::anyStates, states -> {
            List<ProductState> shuffled = new ArrayList<>(states);
            Collections.shuffle(shuffled, new Random(states.size()));
            assertThat(CustomerStatus.of(shuffled)).isEqualTo(CustomerStatus.of(states));
        });
    }

    @Test
    void is_one_that_a_product_has() {
        Property.forAll(
                CustomerStatusTest::anyStates,
                states -> assertThat(states).extracting(ProductState::status).contains(CustomerStatus.of(states)));
    }

    @Test
    void is_denied_only_when_every_product_is() {
        Property.forAll(
                CustomerStatusTest::anyStates,
                states -> assertThat(CustomerStatus.of(states) == CustomerStatus.DENIED)
                        .isEqualTo(states.stream().allMatch(DENIED::equals)));
    }

    private static List<ProductState> anyStates(RandomGenerator random) {
        int kinds = random.nextInt(1, EACH.size() + 1); // few kinds, so that customers with one kind only are common
        return random.ints(random.nextInt(1, 6), EACH.size() - kinds, EACH.size())
                .mapToObj(EACH::get)
                .toList();
    }
}
