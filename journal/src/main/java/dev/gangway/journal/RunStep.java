package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of a run's journal.
///
/// @param position counts from 0
/// @param path of the task in the run, such as `/each[3]/create`
/// @param kind `HTTP`, `OPENAPI`, `EMIT`, `sleep`, `await`, `children`, `now` or `random`
/// @param arguments what was asked; credentials by name only
/// @param done what came of it; null when it failed or goes on
/// @param failed the error; null when there was none
/// @param endedAt null while it goes on
public record RunStep(
        int position,
        String path,
        String kind,
        JsonNode arguments,
        @Nullable JsonNode done,
        @Nullable JsonNode failed,
        Instant begunAt,
        @Nullable Instant endedAt) {
    /// Whether it failed, or one of the runs that it waited for did.
    public boolean isFailed() {
        return failed != null || ("children".equals(kind) && done != null && hasFailure(done));
    }

    private static boolean hasFailure(JsonNode endings) {
        for (JsonNode ending : endings) {
            if (ending.has("failed")) {
                return true;
            }
        }
        return false;
    }

    static RunStep of(Written written) {
        JsonNode done = null;
        JsonNode failed = null;
        if (written.outcome() != null) {
            switch (Texts.outcome(written.outcome())) {
                case Outcome.Done(JsonNode value) -> done = value;
                case Outcome.Failed(var error) -> failed = error.json();
            }
        }
        return new RunStep(
                written.position(),
                written.path(),
                written.kind(),
                Json.parse(written.arguments()),
                done,
                failed,
                written.begunAt() == null ? written.now() : written.begunAt(),
                written.outcome() == null ? null : written.now());
    }
}
