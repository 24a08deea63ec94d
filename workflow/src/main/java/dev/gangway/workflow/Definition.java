package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;

/// A workflow definition that has been read and found good. Immutable; its version is the SHA-256 of its text.
///
/// @param name `document.name`, unique in a world
/// @param label `document.version`, as its author counts; not unique
/// @param version 64 lower-case hex digits
/// @param text as it was written, YAML or JSON
/// @param tree what runs
public record Definition(String name, String label, String version, String text, JsonNode tree) {}
