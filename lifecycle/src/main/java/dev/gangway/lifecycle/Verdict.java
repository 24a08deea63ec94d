package dev.gangway.lifecycle;

/// What the automatic review makes of an end customer whose requirements are met.
public sealed interface Verdict {
    /// Nothing stands against it.
    record Approve() implements Verdict {}

    /// A person has to decide.
    ///
    /// @param reason tells that person why
    record Hold(String reason) implements Verdict {}

    /// Refused.
    ///
    /// @param reason tells the partner why
    record Deny(String reason) implements Verdict {}
}
