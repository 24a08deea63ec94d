package dev.gangway.trigger;

import dev.gangway.base.Secret;
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
        SignedToken token = SignedToken.read(incoming.header(webhook.where()));
        token.fit(incoming);
        token.verify(keys.key(trigger.world(), String.valueOf(webhook.connection()), token.key()));
        return named(token);
    }

    /// A token that was overheard starts nothing twice.
    private static String named(SignedToken token) {
        return HexFormat.of().formatHex(new Secret(token.signed()).hash());
    }
}
