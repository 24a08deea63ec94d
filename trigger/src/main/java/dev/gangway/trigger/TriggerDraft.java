package dev.gangway.trigger;

import dev.gangway.base.Secret;
import org.jspecify.annotations.Nullable;

/// What a trigger is made, or made anew, from.
///
/// @param version SHA-256; null for the newest at the time
/// @param secret of a webhook; null to keep the one that it has
public record TriggerDraft(
        String workflow,
        @Nullable String version,
        Occasion occasion,
        @Nullable Secret secret,
        Mapping mapping,
        boolean paused) {}
