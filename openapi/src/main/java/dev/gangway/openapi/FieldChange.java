package dev.gangway.openapi;

/// One difference between two versions of an operation.
///
/// @param place `operation`, `path`, `query`, `header`, `cookie`, `body`, or `response` and its status
/// @param field dotted, as in [Row#path]; empty for the place itself
/// @param what happened to it, in words
/// @param breaking whether a client that worked before may not work any more
public record FieldChange(String place, String field, String what, boolean breaking) {}
