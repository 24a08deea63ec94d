package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a task that was tested alone: its result, how its data changed, and the calls on the way to it.
///
/// @param output what the next task would get; null when it failed
/// @param error RFC 7807; null when it did not fail
public record Tested(
        @Nullable JsonNode output, @Nullable JsonNode error, List<TrialStage> stages, List<TrialStep> steps) {}
