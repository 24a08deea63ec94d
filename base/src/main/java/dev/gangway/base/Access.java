package dev.gangway.base;

/// Who may call a route. There is no default: a route that names nothing does not compile.
public enum Access {
    /// No credentials at the edge. Plaid-style routes are here too: their credentials are in the body.
    ANYONE,
    /// Any live access token, also one that is for the gateway alone.
    GATEWAY,
    /// Any live access token that the admin API is open to.
    READ,
    /// An access token that may write.
    WRITE
}
