package dev.gangway.workflow;

import java.util.List;

/// What came of reading a definition.
public sealed interface Reading {
    record Accepted(Definition definition) implements Reading {}

    /// @param flaws at least one, in the order of the text
    record Refused(List<Flaw> flaws) implements Reading {}
}
