package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;

/// What the data of a tested task were at one point.
///
/// @param path of the task, such as `/greet`
/// @param stage `input`, `input.from`, `result`, `output.as` or `export.as`
public record TrialStage(String path, String stage, JsonNode value) {}
