package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A task that a run came to, also one that leaves nothing in the journal. Followed again from the journal, so what was
/// secret in an answer is masked here too.
///
/// @param path of the task in the run, such as `/each[3]/create`
/// @param input what the task before passed on
/// @param output what it passed on itself; null while it goes on, and when it failed
public record RunTask(String path, JsonNode input, @Nullable JsonNode output) {}
