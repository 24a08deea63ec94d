package dev.gangway.customer;

import java.time.Instant;

/// A live key of an end customer; its secret was shown once and is not known any more.
///
/// @param id `key_…`
public record CustomerKey(String id, KeyKind kind, Instant issuedAt) {}
