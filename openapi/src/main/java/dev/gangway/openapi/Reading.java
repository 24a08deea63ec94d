package dev.gangway.openapi;

/// What became of a document.
public sealed interface Reading {
    /// It was read; [Api#tolerated] says what had to be passed over.
    record Read(Api api) implements Reading {}

    /// It is no OpenAPI document, or breaks a limit.
    ///
    /// @param reason one sentence for people
    record Refused(String reason) implements Reading {}
}
