package dev.gangway.workflow;

/// When a run has waited long enough for its children.
public enum Join {
    /// When all have ended, or one has failed: then the others are cancelled.
    ALL,
    /// When one has completed, or all have failed; the others are cancelled.
    ANY
}
