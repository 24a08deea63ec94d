package dev.gangway.wire;

/// Settings of the Plaid-style routes.
///
/// @param documentation address of the error table, shown in every error as `documentation_url`
/// @param sandboxPerMinute requests a minute for each client id in sandbox; 0, the default, for no limit
/// @param productionPerMinute likewise in production; default 6000
/// @param strictUpdate whether update takes only the fields that Plaid documents; default false
public record WireConfig(String documentation, int sandboxPerMinute, int productionPerMinute, boolean strictUpdate) {
    public WireConfig {
        if (sandboxPerMinute < 0 || productionPerMinute < 0) {
            throw new IllegalArgumentException(
                    "rate-limit: 0 or more, got " + Math.min(sandboxPerMinute, productionPerMinute));
        }
    }
}
