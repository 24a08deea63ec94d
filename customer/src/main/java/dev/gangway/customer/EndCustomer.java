package dev.gangway.customer;

import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;
import dev.gangway.lifecycle.CustomerStatus;
import dev.gangway.lifecycle.ProductState;
import dev.gangway.lifecycle.Profile;
import dev.gangway.lifecycle.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// An end customer as it stands.
///
/// @param clientId 24 lower-case hex digits, its name everywhere
/// @param partner the id of the partner that it belongs to
/// @param reference the partner's own id for it
/// @param products the state of each product, in the order that the partner asked for them
/// @param requirementsDue unmet over all products, in the order of the requirement table
/// @param linkCustomization whether the partner asked for a link customization
/// @param hasLogo whether it has a logo of its own
public record EndCustomer(
        WorldId world,
        String clientId,
        String partner,
        Environment environment,
        Optional<String> reference,
        Profile profile,
        SequencedMap<String, ProductState> products,
        List<Requirement> requirementsDue,
        boolean linkCustomization,
        boolean hasLogo,
        Instant createdAt,
        Instant changedAt) {

    public CustomerStatus status() {
        return CustomerStatus.of(products.values());
    }

    /// This customer with other product states.
    EndCustomer with(SequencedMap<String, ProductState> states, Instant now) {
        return new EndCustomer(
                world,
                clientId,
                partner,
                environment,
                reference,
                profile,
                states,
                requirementsDue,
                linkCustomization,
                hasLogo,
                createdAt,
                now);
    }

    /// This customer with other product states and requirements.
    EndCustomer with(SequencedMap<String, ProductState> states, List<Requirement> due) {
        return new EndCustomer(
                world,
                clientId,
                partner,
                environment,
                reference,
                profile,
                states,
                due,
                linkCustomization,
                hasLogo,
                createdAt,
                changedAt);
    }
}
