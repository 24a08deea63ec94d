package dev.gangway.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A text that must not be printed by accident: an API secret, an access token, a signing key.
/// `toString()` is `***`; [#reveal()] is the one way to the text.
public final class Secret {
    private final String text;

    public Secret(String text) {
        this.text = text;
    }

    /// The text itself. Every call is a place that a reviewer reads twice.
    public String reveal() {
        return text;
    }

    /// SHA-256 of the UTF-8 text, 32 bytes: what is stored. Enough for secrets of 120 random bits or
    /// more, which cannot be guessed; never for passwords that people choose.
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    /// Compares in constant time with a stored [#hash()].
    public boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && matches(that.hash());
    }

    @Override
    public int hashCode() {
        return 0; // equal secrets hash alike, and the hash tells nothing
    }

    @Override
    public String toString() {
        return "***";
    }
}
