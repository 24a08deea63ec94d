package dev.gangway.journal;

import org.jspecify.annotations.Nullable;

/// Which runs are wanted; null for any.
public record RunFilter(@Nullable String workflow, @Nullable RunState state) {}
