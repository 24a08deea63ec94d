package dev.gangway.tests;

import static dev.gangway.tests.Official.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.plaid.client.model.JWKPublicKey;
import com.plaid.client.model.WebhookVerificationKeyGetRequest;
import com.plaid.client.request.PlaidApi;
import dev.gangway.base.Json;
import dev.gangway.tests.WebhookReceiver.Received;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
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

/// A receiver's check of a webhook, as Plaid documents it: the key through the API, the signature, the body's hash.
final class Verification {
    private Verification() {}

    static void check(Received webhook, PlaidApi plaid) throws Exception {
        String[] parts = webhook.verification().split("\\.", -1);
        JsonNode header = Json.parse(decode(parts[0]));
        assertThat(header.path("alg").asText()).isEqualTo("ES256");
        JWKPublicKey key = call(plaid.webhookVerificationKeyGet(new WebhookVerificationKeyGetRequest()
                        .keyId(header.path("kid").asText())))
                .getKey();
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(publicKey(key));
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(decode(parts[2]))).as("signature").isTrue();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(webhook.bytes());
        assertThat(Json.parse(decode(parts[1])).path("request_body_sha256").asText())
                .isEqualTo(HexFormat.of().formatHex(hash));
    }

    private static PublicKey publicKey(JWKPublicKey key) throws Exception {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(new BigInteger(1, decode(key.getX())), new BigInteger(1, decode(key.getY())));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
