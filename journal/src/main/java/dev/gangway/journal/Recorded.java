package dev.gangway.journal;

import org.jspecify.annotations.Nullable;

/// One position of a run's journal.
///
/// @param asked hash of path, kind and arguments
/// @param outcome JSON; null for a call that began, and of which nobody knows how it ended
public record Recorded(
        String path, String kind, String asked, @Nullable String outcome) {}
