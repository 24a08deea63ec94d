package dev.gangway.openapi;

/// Where an API is served.
///
/// @param url absolute, variables filled with their defaults, no slash at the end; may be a path alone (or empty)
///     in
/// the
///     document of an API that serves itself
/// @param description text; may be empty
/// @param environment what it is for, as far as name and URL tell
public record Server(String url, String description, Environment environment) {
    public enum Environment {
        PRODUCTION,
        SANDBOX,
        OTHER
    }
}
