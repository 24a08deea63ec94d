package dev.gangway.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How a partner's end customers are reviewed in one environment.
public enum ReviewPolicy {
    /// Approved at once, unless a channel conflict or a forced outcome says otherwise. The default in sandbox.
    @JsonProperty("auto")
    AUTO,
    /// A person decides. The default in production.
    @JsonProperty("manual")
    MANUAL
}
