package dev.gangway.customer;

import dev.gangway.base.Secret;
import java.util.Optional;

/// An end customer after products of it were enabled.
///
/// @param productionSecret the full production secret; given by the first enablement only
public record Enabled(EndCustomer customer, Optional<Secret> productionSecret) {}
