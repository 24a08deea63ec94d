package dev.gangway.app;

/// A setting, or the lack of one, that keeps Gangway from starting. The message names the key, the rule and the value
/// found.
final class ConfigException extends RuntimeException {
    ConfigException(String message) {
        super(message);
    }
}
