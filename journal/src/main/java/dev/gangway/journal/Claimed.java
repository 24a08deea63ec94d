package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.WorldId;
import dev.gangway.workflow.Entry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run that a node, or an engine elsewhere, holds.
///
/// @param engine that takes it to its end, and its children with it
/// @param epoch of the claim: with another one in the row, it is ours no more
/// @param input what the whole run was started with
/// @param cancelling whether it is to be cancelled
/// @param givenUp whether it is to be cancelled because it was stuck
/// @param takeovers how often in a row it came from a node that died, without a step in between
/// @param instructed whether somebody decided on a step of it that it may still ask for
/// @param listens whether its workflow may listen for events
public record Claimed(
        WorldId world,
        String id,
        String engine,
        String workflow,
        String version,
        @Nullable String parent,
        long epoch,
        JsonNode input,
        Entry entry,
        boolean cancelling,
        boolean givenUp,
        int takeovers,
        boolean listens,
        boolean instructed,
        String startedBy,
        Instant startedAt) {
    /// Whether nobody had it before, so that nothing is on record.
    boolean isFresh() {
        return epoch == 1;
    }
}
