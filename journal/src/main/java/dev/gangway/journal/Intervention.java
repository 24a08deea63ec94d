package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody did to a run.
///
/// @param who as in the audit trail
/// @param action `cancel`, `suspend`, `resume`, `retry`, `complete`, `skip`, `restart` or `move`
/// @param path of the step that is meant, or from which on; null for the whole run
/// @param output what a step was completed with
/// @param version where the run was moved
/// @param reason null when none was given
/// @param pending whether it has still to take effect
public record Intervention(
        Instant at,
        String who,
        String action,
        @Nullable String path,
        @Nullable JsonNode output,
        @Nullable String version,
        @Nullable String reason,
        boolean pending) {}
