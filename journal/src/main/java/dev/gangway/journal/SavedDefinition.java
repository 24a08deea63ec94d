package dev.gangway.journal;

import java.time.Instant;

/// A version of a workflow's definition.
///
/// @param name of the workflow
/// @param version SHA-256 of the text, 64 lower-case hex digits
/// @param label `document.version`, as its author counts
/// @param text YAML or JSON, as it was written
/// @param savedAt when it last became the newest
/// @param savedBy such as `token:tok_…`
public record SavedDefinition(
        String name, String version, String label, String text, Instant savedAt, String savedBy) {}
