package dev.gangway.lifecycle;

import dev.gangway.lifecycle.ProductState.Active;
import dev.gangway.lifecycle.ProductState.Denied;
import dev.gangway.lifecycle.ProductState.MoreInformationNeeded;
import dev.gangway.lifecycle.ProductState.PendingEnablement;
import dev.gangway.lifecycle.ProductState.UnderReview;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// States for tests: one of each kind, and customers whose products are in some of them.
final class ProductStates {
    static final ProductState MORE_NEEDED = new MoreInformationNeeded();
    static final ProductState IN_REVIEW = new UnderReview("held");
    static final ProductState PENDING = new PendingEnablement();
    static final ProductState ACTIVE = new Active();
    static final ProductState DENIED = new Denied("no");

    static final List<ProductState> EACH = List.of(MORE_NEEDED, IN_REVIEW, PENDING, ACTIVE, DENIED);

    private ProductStates() {}

    static SequencedMap<String, ProductState> states(String product, ProductState state) {
        SequencedMap<String, ProductState> states = new LinkedHashMap<>();
        states.put(product, state);
        return states;
    }

    static SequencedMap<String, ProductState> states(
            String product, ProductState state, String other, ProductState otherState) {
        SequencedMap<String, ProductState> states = states(product, state);
        states.put(other, otherState);
        return states;
    }

    /// Some of the products, in any states, in any order.
    static SequencedMap<String, ProductState> any(List<String> products, RandomGenerator random) {
        SequencedMap<String, ProductState> states = new LinkedHashMap<>();
        for (int draws = random.nextInt(products.size() + 1); draws > 0; draws--) {
            states.put(products.get(random.nextInt(products.size())), any(random));
        }
        return states;
    }

    static ProductState any(RandomGenerator random) {
        return EACH.get(random.nextInt(EACH.size()));
    }
}
