package dev.gangway.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/// The value of `Plaid-Verification`: a JSON Web Token (RFC 7519) over the SHA-256 of the body. The receiver
/// fetches the key named by `kid`, verifies the token, and compares the hash with that of the bytes that it
/// read.
final class Signature {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final HexFormat LOWER_CASE_HEX = HexFormat.of();

    private Signature() {}

    /// Signs the exact bytes that are sent.
    ///
    /// @param key on P-256, named `kid`
    /// @param issuedAt told in whole seconds; upstream's receivers refuse a token older than five minutes
    static String sign(PrivateKey key, String kid, Instant issuedAt, byte[] body) {
        ObjectNode header = Json.object();
        header.put("alg", "ES256");
        header.put("kid", kid);
        header.put("typ", "JWT");
        ObjectNode claims = Json.object();
        claims.put("iat", issuedAt.getEpochSecond());
        try {
            claims.put("request_body_sha256", LOWER_CASE_HEX.formatHex(sha256(body)));
            String signed = encoded(header) + "." + encoded(claims);
            return signed + "." + BASE64URL.encodeToString(es256(key, signed));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK signs with P-256 and SHA-256", missing);
        }
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    /// 64 bytes, r and s side by side (RFC 7518 section 3.4), where the JDK's usual form is DER.
    private static byte[] es256(PrivateKey key, String text) throws GeneralSecurityException {
        java.security.Signature es256 = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
        es256.initSign(key);
        es256.update(text.getBytes(StandardCharsets.US_ASCII));
        return es256.sign();
    }

    private static String encoded(ObjectNode part) {
        return BASE64URL.encodeToString(Json.bytes(part));
    }
}
