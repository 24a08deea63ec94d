package dev.gangway.webhook;

import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A key pair on P-256 as it is stored.
///
/// @param kid a UUID, as upstream's are
/// @param x the public point's first coordinate, 32 bytes
/// @param y the second
/// @param sealedPrivate the private half, sealed; empty once the key has retired
/// @param expiredAt when it retired; empty while it signs
record SigningKey(
        WorldId world,
        String kid,
        Environment environment,
        byte[] x,
        byte[] y,
        Optional<byte[]> sealedPrivate,
        Instant createdAt,
        Optional<Instant> expiredAt) {

    VerificationKey verification() {
        Base64.Encoder base64url = Base64.getUrlEncoder().withoutPadding();
        return new VerificationKey(
                "ES256",
                "P-256",
                kid,
                "EC",
                "sig",
                base64url.encodeToString(x),
                base64url.encodeToString(y),
                createdAt.getEpochSecond(),
                expiredAt.map(Instant::getEpochSecond).orElse(null));
    }

    /// What the private half is sealed for.
    static String context(WorldId world, String kid) {
        return SigningKeyStore.SEALED.context(List.of(world.value(), kid));
    }
}
