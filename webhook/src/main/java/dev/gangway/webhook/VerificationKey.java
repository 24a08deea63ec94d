package dev.gangway.webhook;

import org.jspecify.annotations.Nullable;

/// The public half of a signing key, as `/webhook_verification_key/get` shows it (a JSON Web Key, RFC 7517).
///
/// @param alg `ES256`
/// @param crv `P-256`
/// @param kid names the key in the header of every signature made with it
/// @param kty `EC`
/// @param use `sig`
/// @param x the point's first coordinate, 32 bytes in base64url without padding
/// @param y the second, likewise
/// @param createdAt epoch seconds
/// @param expiredAt epoch seconds of its retirement; null while it signs
public record VerificationKey(
        String alg,
        String crv,
        String kid,
        String kty,
        String use,
        String x,
        String y,
        long createdAt,
        @Nullable Long expiredAt) {}
