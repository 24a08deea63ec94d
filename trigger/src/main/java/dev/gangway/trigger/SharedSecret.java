package dev.gangway.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.base.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Verifies webhooks of senders that share a secret with us. Pure; compares in constant time.
record SharedSecret(Secret secret) {
    private static final String STANDARD_PREFIX = "whsec_";

    /// Whether the scheme can sign with it: Standard Webhooks has keys in base64.
    boolean isKeyFor(SignatureScheme scheme) {
        return scheme != SignatureScheme.STANDARD_WEBHOOKS || standardKey().length > 0;
    }

    private byte[] standardKey() {
        return decoded(after(secret.reveal(), STANDARD_PREFIX));
    }

    /// @return what names the message towards its receiver; null when the scheme knows nothing of the kind
    /// @throws Unproven when it was not signed with the secret
    @Nullable
    String verify(Occasion.Webhook webhook, Incoming incoming) throws Unproven {
        String header = webhook.where();
        return switch (webhook.signature()) {
            case HMAC_SHA256 -> bare(incoming, header);
            case STANDARD_WEBHOOKS -> standard(incoming);
            case STRIPE -> stripe(incoming, header);
            case SLACK -> slack(incoming, header);
            case HEADER -> plain(incoming, header);
            case PLAID -> throw new IllegalStateException("has no shared secret");
        };
    }

    private @Nullable String bare(Incoming incoming, String header) throws Unproven {
        String given = incoming.header(header).strip();
        if (!matches(decoded(after(given, "sha256=")), text(), incoming.body())) {
            throw wrong();
        }
        return null;
    }

    private String standard(Incoming incoming) throws Unproven {
        String id = incoming.header("webhook-id");
        String time = incoming.header("webhook-timestamp");
        incoming.refuseOld(time);
        byte[] key = standardKey();
        for (String one : incoming.header("webhook-signature").split(" ", -1)) {
            if (one.startsWith("v1,")
                    && matches(
                            decoded(one.substring(3)), key, (id + "." + time + ".").getBytes(UTF_8), incoming.body())) {
                return id;
            }
        }
        throw wrong();
    }

    private String stripe(Incoming incoming, String header) throws Unproven {
        String[] parts = incoming.header(header).split(",", -1);
        String time = "";
        for (String part : parts) {
            time = part.strip().startsWith("t=") ? part.strip().substring(2) : time;
        }
        incoming.refuseOld(time);
        for (String part : parts) {
            if (part.strip().startsWith("v1=")
                    && matches(
                            decoded(part.strip().substring(3)),
                            text(),
                            (time + ".").getBytes(UTF_8),
                            incoming.body())) {
                return part.strip();
            }
        }
        throw wrong();
    }

    private String slack(Incoming incoming, String header) throws Unproven {
        String time = incoming.header("X-Slack-Request-Timestamp");
        incoming.refuseOld(time);
        byte[] before = ("v0:" + time + ":").getBytes(UTF_8);
        String given = incoming.header(header);
        if (!matches(decoded(after(given, "v0=")), text(), before, incoming.body())) {
            throw wrong();
        }
        return given;
    }

    private @Nullable String plain(Incoming incoming, String header) throws Unproven {
        String given = incoming.header(header);
        if (!new Secret(given).matches(secret.hash()) && !new Secret(after(given, "Bearer ")).matches(secret.hash())) {
            throw wrong();
        }
        return null;
    }

    private static Unproven wrong() {
        return new Unproven("The signature is not one that the trigger's secret makes of this body.");
    }

    private byte[] text() {
        return secret.reveal().getBytes(UTF_8);
    }

    private static boolean matches(byte[] given, byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return MessageDigest.isEqual(mac.doFinal(), given);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", missing);
        }
    }

    /// Hexadecimal digits or base64; no bytes for anything else.
    private static byte[] decoded(String text) {
        try {
            return text.matches("[0-9a-fA-F]{64}")
                    ? HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT))
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException neither) {
            return new byte[0];
        }
    }

    private static String after(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }
}
