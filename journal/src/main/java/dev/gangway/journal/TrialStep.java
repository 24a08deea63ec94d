package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.journal.StepCaller.Watched;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.StepKind;
import org.jspecify.annotations.Nullable;

/// A call that a test made.
///
/// @param arguments what its expressions came to; credentials by name only
/// @param done the answer, values that are secret masked; null when it failed
/// @param failed RFC 7807; null when it did not
/// @param exchange what went over the wire; null when there was no answer, or a given one
public record TrialStep(
        String path,
        String kind,
        JsonNode arguments,
        @Nullable JsonNode done,
        @Nullable JsonNode failed,
        @Nullable Exchange exchange) {
    static TrialStep of(String path, StepKind kind, JsonNode arguments, Watched watched) {
        return switch (watched.outcome()) {
            case Outcome.Done(JsonNode value) ->
                new TrialStep(path, kind.name(), arguments, value, null, watched.exchange());
            case Outcome.Failed(var error) ->
                new TrialStep(path, kind.name(), arguments, null, error.json(), watched.exchange());
        };
    }
}
