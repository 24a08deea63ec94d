package dev.gangway.lifecycle;

import java.util.Collection;
import java.util.Comparator;

/// How far an end customer, or one of its products, has come. The names are those on the wire; the order is from
/// the least far to the furthest.
public enum CustomerStatus {
    /// Reviewed and refused. The least far: a customer is denied only when every product is.
    DENIED,
    /// A requirement is due.
    MORE_INFORMATION_NEEDED,
    /// Everything needed is known, and a person has to decide.
    UNDER_REVIEW,
    /// Approved; waits for the partner to enable it.
    PENDING_ENABLEMENT,
    /// Enabled in production.
    ACTIVE;

    /// The furthest of a customer's products. A customer without products has everything still before it:
    /// [#MORE_INFORMATION_NEEDED].
    public static CustomerStatus of(Collection<ProductState> products) {
        return products.stream()
                .map(ProductState::status)
                .max(Comparator.naturalOrder())
                .orElse(MORE_INFORMATION_NEEDED);
    }
}
