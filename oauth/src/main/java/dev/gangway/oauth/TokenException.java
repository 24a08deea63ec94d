package dev.gangway.oauth;

/// A token endpoint gave no token.
public final class TokenException extends Exception {
    /// @param message what it said, or that it said nothing; no secret is in it
    TokenException(String message) {
        super(message, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
