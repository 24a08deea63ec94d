package dev.gangway.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gangway.base.Json;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Tokens that a library other than the JDK signed.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignedTokenTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final String BODY = "{\"webhook_code\":\"X\"}";

    private final ECKey key = generated();

    private static ECKey generated() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("kid-1").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hash(String body) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
    }

    private String token(Instant at, String body) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("kid-1").build(),
                new JWTClaimsSet.Builder()
                        .issueTime(Date.from(at))
                        .claim("request_body_sha256", hash(body))
                        .build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private ObjectNode jwk() {
        return (ObjectNode) Json.parse(key.toPublicJWK().toJSONString());
    }

    private static void verify(String text, ObjectNode jwk) throws Unproven {
        SignedToken token = SignedToken.read(text);
        token.fit(new Incoming(_ -> Optional.empty(), BODY.getBytes(UTF_8), NOW));
        token.verify(jwk);
    }

    private static void isRefused(String text, ObjectNode jwk, String why) {
        assertThatExceptionOfType(Unproven.class)
                .isThrownBy(() -> verify(text, jwk))
                .withMessageContaining(why);
    }

    @Test
    void a_token_over_this_body_verifies() {
        assertThatCode(() -> verify(token(NOW, BODY), jwk())).doesNotThrowAnyException();
    }

    @Test
    void an_old_token_and_one_over_another_body_do_not() throws Exception {
        isRefused(token(NOW.minusSeconds(301), BODY), jwk(), "five minutes");
        isRefused(token(NOW, BODY + " "), jwk(), "another body");
    }

    @Test
    void another_key_a_retired_one_and_half_a_key_do_not() throws Exception {
        isRefused(
                token(NOW, BODY),
                (ObjectNode) Json.parse(generated().toPublicJWK().toJSONString()),
                "does not verify");
        isRefused(token(NOW, BODY), jwk().put("expired_at", 1_772_000_000), "retired");
        isRefused(token(NOW, BODY), jwk().without("y"), "");
    }

    /// Taking the algorithm from the token would let anybody sign with the public key.
    @Test
    void no_other_algorithm_will_do() throws Exception {
        SignedJWT shared = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("kid-1").build(),
                new JWTClaimsSet.Builder().issueTime(Date.from(NOW)).build());
        shared.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
        isRefused(shared.serialize(), jwk(), "must be ES256");
        String none = Base64.getUrlEncoder().encodeToString("{\"alg\":\"none\",\"kid\":\"kid-1\"}".getBytes(UTF_8));
        isRefused(none + "." + token(NOW, BODY).split("\\.", -1)[1] + ".", jwk(), "must be ES256");
    }

    @Test
    void what_is_no_token_is_refused() throws Exception {
        for (String text : new String[] {"", ".", "..", "a.b.c", "e30.e30.e30"}) {
            isRefused(text, jwk(), "");
        }
        String good = token(NOW, BODY);
        isRefused(good.substring(0, good.length() - 4), jwk(), "");
    }
}
