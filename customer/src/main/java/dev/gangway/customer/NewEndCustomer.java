package dev.gangway.customer;

import dev.gangway.lifecycle.Profile;
import java.util.List;
import java.util.Optional;

/// What a partner says of an end customer that it creates. Shapes and formats were checked at the edge.
///
/// @param route which of the two creating routes was called; their rules differ
/// @param products names on the wire; empty means all of the partner's
/// @param logo base64 as it came, unchecked
/// @param reference the partner's own id for the customer
public record NewEndCustomer(
        Route route,
        Profile profile,
        List<String> products,
        boolean linkCustomization,
        Optional<String> logo,
        Optional<String> reference) {

    /// The two ways to create an end customer.
    public enum Route {
        /// `/beta/partner/customer/v1/create`: little is required, the rest comes due.
        BETA,
        /// `/partner/customer/create`: everything at once.
        CLASSIC
    }
}
