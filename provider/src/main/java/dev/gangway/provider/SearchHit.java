package dev.gangway.provider;

/// An operation that was found.
public record SearchHit(String provider, OperationSummary operation) {}
