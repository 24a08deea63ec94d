package dev.gangway.webhook;

import java.util.Optional;

/// Which deliveries are listed; what is empty does not narrow.
///
/// @param state `pending`, `sending`, `delivered` or `failed`
record DeliveryFilter(
        Optional<String> partner,
        Optional<String> endpoint,
        Optional<String> customer,
        Optional<String> state,
        Optional<String> event) {}
