package dev.gangway.lifecycle;

import dev.gangway.lifecycle.LifecycleEvent.InformationChanged;
import dev.gangway.lifecycle.LifecycleEvent.ReviewApproved;
import dev.gangway.lifecycle.LifecycleEvent.ReviewDenied;
import dev.gangway.lifecycle.ProductState.Active;
import dev.gangway.lifecycle.ProductState.Denied;
import dev.gangway.lifecycle.ProductState.MoreInformationNeeded;
import dev.gangway.lifecycle.ProductState.UnderReview;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// The life of an end customer with all its products. States are maps from the product's name on the wire to its
/// state, in the order in which the products were asked for; every map returned is unmodifiable.
public final class CustomerLifecycle {
    private CustomerLifecycle() {}

    /// A new customer's states: each product is as far as what is known takes it.
    public static SequencedMap<String, ProductState> begin(
            Collection<String> products, Profile customer, PartnerDefaults partner, Verdict verdict) {
        return informationChanged(choose(new LinkedHashMap<>(), products), customer, customer, partner, verdict);
    }

    /// The states for another choice of products: those kept keep theirs, new ones begin with
    /// MORE_INFORMATION_NEEDED until [#informationChanged]. An ACTIVE product is not given up by leaving it out,
    /// and a DENIED one is not made clean by leaving it out and asking again: both stay, behind the others.
    public static SequencedMap<String, ProductState> choose(
            SequencedMap<String, ProductState> states, Collection<String> products) {
        SequencedMap<String, ProductState> chosen = new LinkedHashMap<>();
        products.forEach(product -> chosen.put(product, states.getOrDefault(product, new MoreInformationNeeded())));
        states.forEach((product, state) -> {
            if (state instanceof Active || state instanceof Denied) {
                chosen.putIfAbsent(product, state);
            }
        });
        return Collections.unmodifiableSequencedMap(chosen);
    }

    /// The states after a change of what is known, whether by the customer's profile, the partner's defaults, or
    /// a verdict that comes out differently now. Each product is measured by its own requirements.
    public static SequencedMap<String, ProductState> informationChanged(
            SequencedMap<String, ProductState> states,
            Profile before,
            Profile now,
            PartnerDefaults partner,
            Verdict verdict) {
        boolean identityChanged = !now.hasIdentityOf(before);
        return advance(
                        states,
                        states.keySet(),
                        product -> new InformationChanged(isMet(now, partner, product), verdict, identityChanged))
                .orElseThrow();
    }

    /// The states after a person approved: the products named, or every one that waits for a decision when none
    /// is. Empty, and nothing approved, when one of them is not the customer's, is neither under review nor
    /// denied, or has requirements due; and when none waits.
    public static Optional<SequencedMap<String, ProductState>> approved(
            SequencedMap<String, ProductState> states,
            Collection<String> products,
            Profile customer,
            PartnerDefaults partner,
            String reason) {
        return decided(states, products, product -> new ReviewApproved(isMet(customer, partner, product), reason));
    }

    /// The states after a person denied: the products named, or every one under review when none is. Empty, and
    /// nothing denied, when one of them is not the customer's or not under review; and when none is.
    public static Optional<SequencedMap<String, ProductState>> denied(
            SequencedMap<String, ProductState> states, Collection<String> products, String reason) {
        return decided(states, products, _ -> new ReviewDenied(reason));
    }

    private static Optional<SequencedMap<String, ProductState>> decided(
            SequencedMap<String, ProductState> states,
            Collection<String> products,
            Function<String, LifecycleEvent> decision) {
        Collection<String> decidedOn = products.isEmpty() ? awaiting(states) : products;
        return decidedOn.isEmpty() ? Optional.empty() : advance(states, decidedOn, decision);
    }

    /// What a decision without product names is about: those under review. Where there is none, the denied ones:
    /// whoever approves such a customer means to overturn the denial, but not beside a review that is open.
    private static List<String> awaiting(SequencedMap<String, ProductState> states) {
        List<String> underReview = in(UnderReview.class, states);
        return underReview.isEmpty() ? in(Denied.class, states) : underReview;
    }

    private static List<String> in(Class<? extends ProductState> kind, SequencedMap<String, ProductState> states) {
        return states.keySet().stream()
                .filter(product -> kind.isInstance(states.get(product)))
                .toList();
    }

    /// The states after each of these products met its event, all or none: empty when one of them refuses, or is
    /// not the customer's.
    static Optional<SequencedMap<String, ProductState>> advance(
            SequencedMap<String, ProductState> states,
            Collection<String> products,
            Function<String, LifecycleEvent> event) {
        SequencedMap<String, ProductState> advanced = new LinkedHashMap<>(states);
        for (String product : products) {
            ProductState state = states.get(product);
            Optional<ProductState> next =
                    state == null ? Optional.empty() : Lifecycle.next(state, event.apply(product));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            advanced.put(product, next.get());
        }
        return Optional.of(Collections.unmodifiableSequencedMap(advanced));
    }

    private static boolean isMet(Profile customer, PartnerDefaults partner, String product) {
        return Requirements.due(customer, partner, List.of(product)).isEmpty();
    }
}
