package dev.gangway.trigger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How the sender of a webhook proves who it is.
public enum SignatureScheme {
    /// The HMAC-SHA256 of the body in a header, as hexadecimal digits or base64, with or without `sha256=` before it.
    HMAC_SHA256("X-Hub-Signature-256"),
    /// Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature`.
    STANDARD_WEBHOOKS("webhook-signature"),
    /// A time `t` and the HMAC-SHA256 `v1` of time and body in one header, as Stripe has it.
    STRIPE("Stripe-Signature"),
    /// The HMAC-SHA256 of version, time and body, as Slack has it.
    SLACK("X-Slack-Signature"),
    /// A JSON Web Token over the body's hash, whose key is fetched from the sender, as Plaid has it.
    PLAID("Plaid-Verification"),
    /// The secret itself in a header.
    HEADER("Authorization");

    private final String header;

    SignatureScheme(String header) {
        this.header = header;
    }

    /// Where the signature is, unless the trigger says otherwise.
    String header() {
        return header;
    }

    /// Whether sender and receiver share a secret.
    boolean isShared() {
        return this != PLAID;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when there is none of that name
    @JsonCreator
    public static SignatureScheme of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
