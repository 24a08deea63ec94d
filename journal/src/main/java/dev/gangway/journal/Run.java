package dev.gangway.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run, as people and programs see it.
///
/// @param id `run_…`; a child's has more behind that
/// @param engine `journal`, or `temporal` for one that goes on there
/// @param version of the definition that it is pinned to
/// @param parent the run that waits for it; null for none
/// @param dedupKey no second run of the workflow is started with it; null for none
/// @param state such as `active`
/// @param waitsFor `sleep`, `events`, `children` or `allowance`; null when it waits for nothing
/// @param waitsAt the path of the task in the run that waits; null when none does
/// @param dueAt when it goes on if nothing happens before; null for never
/// @param cancelling whether it was told to stop
/// @param input what it was started with
/// @param output null until it has completed
/// @param error RFC 7807; null unless it failed
/// @param trouble why it is stuck; null unless it is
/// @param startedBy such as `token:tok_…`
public record Run(
        @JsonIgnore long number,
        String id,
        String engine,
        String workflow,
        String version,
        @Nullable String parent,
        @Nullable String dedupKey,
        String state,
        @Nullable String waitsFor,
        @Nullable String waitsAt,
        @Nullable Instant dueAt,
        boolean cancelling,
        JsonNode input,
        @Nullable JsonNode output,
        @Nullable JsonNode error,
        @Nullable String trouble,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt) {
    /// Whether an engine elsewhere takes it to its end.
    boolean isHosted() {
        return !engine.equals("journal");
    }

    /// The same, waiting for this.
    Run waiting(Waiting waiting) {
        return new Run(
                number,
                id,
                engine,
                workflow,
                version,
                parent,
                dedupKey,
                state,
                waiting.what(),
                waiting.at(),
                waiting.until(),
                cancelling,
                input,
                output,
                error,
                trouble,
                startedBy,
                startedAt,
                endedAt);
    }
}
