package dev.gangway.lifecycle;

import dev.gangway.lifecycle.LifecycleEvent.Enabled;
import dev.gangway.lifecycle.ProductState.Active;
import dev.gangway.lifecycle.ProductState.PendingEnablement;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;

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
        List<String> asked = requested.isEmpty()
                ? List.copyOf(states.keySet())
                : requested.stream().distinct().toList();
        List<String> ready = asked.stream()
                .filter(product -> states.get(product) instanceof PendingEnablement)
                .toList();
        long active = asked.stream()
                .filter(product -> states.get(product) instanceof Active)
                .count();

        boolean isAllDone = !asked.isEmpty() && active == asked.size();
        boolean isPartlyBlocked = !requested.isEmpty() && ready.size() + active < asked.size();
        if (isAllDone) {
            return new AlreadyEnabled();
        }
        if (ready.isEmpty() || isPartlyBlocked) {
            return new NotReady();
        }
        return CustomerLifecycle.advance(states, ready, _ -> new Enabled())
                .<Enablement>map(after -> new Enable(ready, after))
                .orElseGet(NotReady::new);
    }
}
