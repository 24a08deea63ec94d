package dev.gangway.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question: what would be due?
///
/// @param environment only says which environment the named customer is in
/// @param customer whose profile and products to start from; null for none
/// @param products for which products; null or empty: the customer's, or else the partner's
/// @param profile merged into the customer's profile, as an update would; null for nothing
record EvaluationRequest(
        String environment,
        @Nullable String customer,
        @Nullable List<String> products,
        @Nullable ObjectNode profile) {}
