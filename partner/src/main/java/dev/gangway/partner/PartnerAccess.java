package dev.gangway.partner;

import dev.gangway.base.Environment;

/// What a live key opens.
///
/// @param environment the one that the key was issued for
public record PartnerAccess(Partner partner, Environment environment) {}
