package dev.gangway.lifecycle;

import dev.gangway.lifecycle.LifecycleEvent.Enabled;
import dev.gangway.lifecycle.ProductState.Active;
import dev.gangway.lifecycle.ProductState.PendingEnablement;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// What a partner's request to enable an end customer comes to.
public sealed interface Enablement {
    /// These products become active.
    ///
    /// @param products those that were waiting, without the ones that were active already; at least one
    /// @param states all of the customer's products afterwards
    record Enable(List<String> products, SequencedMap<String, ProductState> states) implements Enablement {}

    /// Something that was asked for is neither waiting nor active, or is not the customer's; or nothing waits.
    record NotReady() implements Enablement {}

    /// Everything that was asked for is active.
    record AlreadyEnabled() implements Enablement {}

    /// Decides over all requested products together; none requested means every product that is ready.
    static Enablement decide(SequencedMap<String, ProductState> states, Collection<String> requested) {
        Set<String> asked = new LinkedHashSet<>(requested.isEmpty() ? states.keySet() : requested);
        List<String> ready = those(asked, states, PendingEnablement.class);
        List<String> active = those(asked, states, Active.class);

        boolean isAllActive = !asked.isEmpty() && active.size() == asked.size();
        boolean isNamedOneBlocked = !requested.isEmpty() && ready.size() + active.size() < asked.size();
        if (isAllActive) {
            return new AlreadyEnabled();
        }
        if (ready.isEmpty() || isNamedOneBlocked) {
            return new NotReady();
        }
        return new Enable(
                ready,
                CustomerLifecycle.advance(states, ready, _ -> new Enabled()).orElseThrow());
    }

    private static List<String> those(
            Collection<String> products, Map<String, ProductState> states, Class<? extends ProductState> kind) {
        return products.stream()
                .filter(product -> kind.isInstance(states.get(product)))
                .toList();
    }
}
