package dev.gangway.provider;

import java.util.Map;

/// An operation that a request meets.
///
/// @param path the values of the path's parameters, as they stand in the request
public record OperationMatch(OperationSummary operation, Map<String, String> path) {}
