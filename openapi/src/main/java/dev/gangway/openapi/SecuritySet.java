package dev.gangway.openapi;

import java.util.List;

/// Credentials that are needed together.
///
/// @param schemes names of [Api#schemes()]; empty: none is needed
public record SecuritySet(List<String> schemes) {}
