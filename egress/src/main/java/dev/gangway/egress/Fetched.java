package dev.gangway.egress;

/// What became of a document that was fetched.
public sealed interface Fetched {
    /// All of it.
    record Got(byte[] bytes) implements Fetched {}

    /// None of it.
    ///
    /// @param reason one line for people, such as `the connection was refused`
    record Failed(String reason) implements Fetched {}
}
