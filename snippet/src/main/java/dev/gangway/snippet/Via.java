package dev.gangway.snippet;

/// Which way a request takes, and so which credentials it shows placeholders for.
public sealed interface Via {
    /// Through the gateway, which adds the provider's credentials. The access token comes from `$GANGWAY_TOKEN`.
    ///
    /// @param url of the gateway's server, such as `http://localhost:8700`
    /// @param connection the name under which the credentials are kept
    record Gateway(String url, String connection) implements Via {}

    /// Straight to the provider, with credentials of the caller's own from variables such as `$PLAID_SECRET`.
    ///
    /// @param server absolute, such as `https://sandbox.plaid.com`
    record Direct(String server) implements Via {}
}
