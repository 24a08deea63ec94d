package dev.gangway.customer;

import dev.gangway.base.WorldId;

/// The name of an end customer among those of all worlds.
///
/// @param clientId 24 lower-case hex digits
record CustomerId(WorldId world, String clientId) {}
