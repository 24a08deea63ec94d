package dev.gangway.wire;

import dev.gangway.customer.RefusedException;

/// What a refusal of the end customers' rules is called on the wire.
final class Refusals {
    private Refusals() {}

    static PlaidException toWire(RefusedException refused) {
        return switch (refused.refusal()) {
            case CUSTOMER_NOT_FOUND -> new PlaidException(PlaidError.CUSTOMER_NOT_FOUND);
            case FLOWDOWN_NOT_COMPLETE -> new PlaidException(PlaidError.FLOWDOWN_NOT_COMPLETE);
            case QUESTIONNAIRE_NOT_COMPLETE -> new PlaidException(PlaidError.QUESTIONNAIRE_NOT_COMPLETE);
            case CUSTOMER_NOT_READY_FOR_ENABLEMENT -> new PlaidException(PlaidError.CUSTOMER_NOT_READY_FOR_ENABLEMENT);
            case CUSTOMER_ALREADY_ENABLED -> new PlaidException(PlaidError.CUSTOMER_ALREADY_ENABLED);
            case CUSTOMER_ALREADY_CREATED -> new PlaidException(PlaidError.CUSTOMER_ALREADY_CREATED);
            case LOGO_REQUIRED -> new PlaidException(PlaidError.LOGO_REQUIRED);
            case INVALID_LOGO -> new PlaidException(PlaidError.INVALID_LOGO);
            case CONTACT_REQUIRED -> new PlaidException(PlaidError.CONTACT_REQUIRED);
            case ASSETS_UNDER_MANAGEMENT_REQUIRED -> new PlaidException(PlaidError.ASSETS_UNDER_MANAGEMENT_REQUIRED);
            case CUSTOMER_REMOVAL_NOT_ALLOWED -> new PlaidException(PlaidError.CUSTOMER_REMOVAL_NOT_ALLOWED);
            case INVALID_PRODUCT -> new PlaidException(PlaidError.INVALID_PRODUCT, refused.detail());
            case NOT_A_RESELLER -> new PlaidException(PlaidError.UNAUTHORIZED_ROUTE_ACCESS);
            case REFERENCE_TAKEN ->
                new PlaidException(
                        PlaidError.INVALID_FIELD, "Gangway-Reference must not be in use by another end customer");
            case NOTHING_TO_REVIEW ->
                new PlaidException(
                        PlaidError.INVALID_FIELD, "decision must be for an end customer that is under review");
            case KEY_NOT_ALLOWED -> new PlaidException(PlaidError.INVALID_FIELD, refused.detail());
        };
    }
}
