package dev.gangway.app;

/// What an installation is for.
public enum Mode {
    /// One machine, everything included: embedded PostgreSQL, a demo partner, webhooks to this machine.
    LOCAL,
    /// A server that others depend on: nothing is assumed, what is missing is refused.
    PRODUCTION
}
