package dev.gangway.customer;

/// Why a change of an end customer is refused by a business rule. The order is the order in which the rules are
/// tried, and the order of the wire's error table.
public enum Refusal {
    CUSTOMER_NOT_FOUND,
    FLOWDOWN_NOT_COMPLETE,
    QUESTIONNAIRE_NOT_COMPLETE,
    CUSTOMER_NOT_READY_FOR_ENABLEMENT,
    CUSTOMER_ALREADY_ENABLED,
    CUSTOMER_ALREADY_CREATED,
    LOGO_REQUIRED,
    INVALID_LOGO,
    CONTACT_REQUIRED,
    ASSETS_UNDER_MANAGEMENT_REQUIRED,
    CUSTOMER_REMOVAL_NOT_ALLOWED,
    /// The detail lists the products.
    INVALID_PRODUCT,
    NOT_A_RESELLER,
    /// A reference that another of the partner's end customers has. Ours: Plaid has no references.
    REFERENCE_TAKEN,
    /// A review decision where nothing is under review. Ours.
    NOTHING_TO_REVIEW,
    /// A third live key of the same kind, or one that the customer's state does not allow. Ours.
    KEY_NOT_ALLOWED
}
