package dev.gangway.trigger;

import dev.gangway.base.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a webhook comes from whom it should. Thread-safe.
record Proofs(KeyRing keys) {
    /// @param secret that is shared with the sender; empty where none is
    /// @return what names the message, so that it counts once; null when the scheme has no such thing
    /// @throws Unproven when it does not
    @Nullable
    String verify(Trigger trigger, Occasion.Webhook webhook, Optional<Secret> secret, Incoming incoming)
            throws Unproven {
        if (webhook.signature().isShared()) {
            return new SharedSecret(secret.orElseThrow()).verify(webhook, incoming);
        }
        String header = webhook.header() == null ? webhook.signature().header() : webhook.header();
        SignedToken token = SignedToken.read(incoming.header(header));
        token.fit(incoming);
        token.verify(keys.key(trigger.world(), String.valueOf(webhook.connection()), token.key()));
        return named(token);
    }

    /// A token that was overheard starts nothing twice.
    private static String named(SignedToken token) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(token.signed().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
