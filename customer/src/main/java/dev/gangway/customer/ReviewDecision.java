package dev.gangway.customer;

import java.util.List;

/// What a reviewer decided.
///
/// @param approve approved or denied
/// @param products the products decided on; empty means every one under review
/// @param reason what the reviewer wrote; kept in the audit trail, and of a denial in the product's state
public record ReviewDecision(boolean approve, List<String> products, String reason) {}
