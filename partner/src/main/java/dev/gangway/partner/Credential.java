package dev.gangway.partner;

import dev.gangway.base.Environment;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What must be known of a key to let its holder in.
///
/// @param hash SHA-256 of the secret
record Credential(
        String key,
        Environment environment,
        byte[] hash,
        @Nullable Instant expiresAt) {
    /// Whether a secret with this hash opens it at `now`; takes the same time wherever the two hashes differ.
    boolean opensWith(byte[] presented, Instant now) {
        return MessageDigest.isEqual(hash, presented) && (expiresAt == null || expiresAt.isAfter(now));
    }
}
