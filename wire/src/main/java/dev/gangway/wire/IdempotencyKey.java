package dev.gangway.wire;

import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// A caller's key within its scope, and what it was sent with.
///
/// @param bodyHash SHA-256 of everything that the request asks for, 32 bytes
record IdempotencyKey(
        WorldId world, String partner, Environment environment, String operation, String key, byte[] bodyHash) {
    static IdempotencyKey of(Call call, String operation, String key) {
        MessageDigest digest = sha256();
        digest.update(call.request().body());
        call.request()
                .header("Gangway-Reference")
                .ifPresent(reference -> digest.update(reference.getBytes(StandardCharsets.UTF_8)));
        return new IdempotencyKey(
                call.world(), call.access().partner().id(), call.environment(), operation, key, digest.digest());
    }

    /// What the stored answer is sealed for: it opens in no other row.
    String context() {
        return IdempotencyStore.SEALED.context(List.of(world.value(), partner, environment.wire(), operation, key));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
