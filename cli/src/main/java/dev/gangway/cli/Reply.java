package dev.gangway.cli;

import com.fasterxml.jackson.databind.JsonNode;

/// What became of a [Call].
sealed interface Reply {
    /// It was done.
    ///
    /// @param body the answer; a missing node when it has none
    record Answered(JsonNode body) implements Reply {}

    /// It was not done, or nobody knows.
    sealed interface Failed extends Reply {}

    /// The server refused.
    record Refused(Problem problem) implements Failed {}

    /// No answer came, or one that no Gangway gives.
    ///
    /// @param why a sentence for a person
    record Unreachable(String why) implements Failed {}
}
