package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// What a run knows of itself, the same in every replay.
///
/// @param id of the run; a branch has an id of its own
/// @param input of the whole run
/// @param startedAt when it was started
public record RunInfo(String id, JsonNode input, Instant startedAt) {}
