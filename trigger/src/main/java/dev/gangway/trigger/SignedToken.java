package dev.gangway.trigger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.base.MalformedJson;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/// The JSON Web Token (RFC 7519) of a Plaid-style webhook: ES256 and nothing else, over the SHA-256 of the body. Pure.
///
/// @param signed the part that was signed, as it came
record SignedToken(JsonNode header, JsonNode claims, String signed, byte[] signature) {
    /// @throws Unproven when it is no such token
    static SignedToken read(String text) throws Unproven {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new Unproven("The signature is no JSON Web Token.");
        }
        try {
            SignedToken token = new SignedToken(
                    Json.parse(decoded(parts[0])),
                    Json.parse(decoded(parts[1])),
                    parts[0] + "." + parts[1],
                    decoded(parts[2]));
            if (!token.header().path("alg").asText().equals("ES256")
                    || token.key().isBlank()) {
                throw new Unproven("The signature must be ES256 and name its key.");
            }
            return token;
        } catch (IllegalArgumentException | MalformedJson malformed) {
            throw new Unproven("The signature is no JSON Web Token.");
        }
    }

    /// The id of the key that signed.
    String key() {
        return header.path("kid").asText();
    }

    /// @throws Unproven when the token is old, or of another body
    void fit(Incoming incoming) throws Unproven {
        incoming.refuseOld(claims.path("iat").asText());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(incoming.body());
            byte[] claimed =
                    HexFormat.of().parseHex(claims.path("request_body_sha256").asText());
            if (MessageDigest.isEqual(hash, claimed)) {
                return;
            }
        } catch (IllegalArgumentException notHex) {
            throw new Unproven("The signature claims no hash of the body.");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
        throw new Unproven("The signature is of another body.");
    }

    /// @param key a JSON Web Key on P-256
    /// @throws Unproven when another key signed, or the key was retired
    void verify(JsonNode key) throws Unproven {
        if (key.hasNonNull("expired_at")) {
            throw new Unproven("The key that signed was retired.");
        }
        try {
            Signature es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
            es256.initVerify(publicKey(key));
            es256.update(signed.getBytes(US_ASCII));
            if (es256.verify(signature)) {
                return;
            }
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw new Unproven("The signature or its key is malformed.");
        }
        throw new Unproven("The signature does not verify.");
    }

    private static PublicKey publicKey(JsonNode key) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(key.path("x")), number(key.path("y")));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonNode coordinate) {
        return new BigInteger(1, decoded(coordinate.asText()));
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
