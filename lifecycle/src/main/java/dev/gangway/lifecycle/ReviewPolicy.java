package dev.gangway.lifecycle;

/// How a partner's end customers are reviewed in one environment.
public enum ReviewPolicy {
    /// Approved at once, unless a channel conflict or a forced outcome says otherwise. The default in sandbox.
    AUTO,
    /// A person decides. The default in production.
    MANUAL
}
