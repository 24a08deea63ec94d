package dev.gangway.customer;

import dev.gangway.base.Secret;

/// A created end customer with its first keys, which are not shown again.
///
/// @param production the limited-production secret, which enabling replaces
public record Created(EndCustomer customer, Secret sandbox, Secret production) {}
