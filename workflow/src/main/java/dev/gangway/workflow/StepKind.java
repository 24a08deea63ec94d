package dev.gangway.workflow;

/// What a step does.
public enum StepKind {
    /// Calls a URL. Arguments: `{method, url, headers, query, body, connection}`.
    HTTP,
    /// Calls an operation of a provider. Arguments: `{provider, operation, parameters, connection}`.
    OPENAPI,
    /// Gives an event to every run that may listen for it. Arguments: the event.
    EMIT
}
