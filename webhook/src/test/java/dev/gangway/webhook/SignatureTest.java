package dev.gangway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignatureTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.999Z");
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);

    @Test
    void is_a_token_over_the_hash_of_the_body() {
        String token = Signature.sign(KeyPairs.generate().getPrivate(), "kid-1", NOON, ABC);
        assertThat(decoded(token.split("\\.", -1)[0])).isEqualTo("""
                {"alg":"ES256","kid":"kid-1","typ":"JWT"}""");
        assertThat(decoded(token.split("\\.", -1)[1])).isEqualTo("""
                {"iat":1772625600,"request_body_sha256":\
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}""");
    }

    @Test
    void verifies_with_another_library_and_with_no_other_key() throws Exception {
        KeyPair pair = KeyPairs.generate();
        SignedJWT token = SignedJWT.parse(Signature.sign(pair.getPrivate(), "kid-1", NOON, ABC));
        ECPublicKey other = (ECPublicKey) KeyPairs.generate().getPublic();
        assertThat(token.verify(new ECDSAVerifier((ECPublicKey) pair.getPublic())))
                .isTrue();
        assertThat(token.verify(new ECDSAVerifier(other))).isFalse();
    }

    @Test
    void a_coordinate_that_begins_with_a_zero_byte_keeps_it() {
        KeyPair pair = Stream.generate(KeyPairs::generate)
                .filter(candidate -> KeyPairs.x(candidate)[0] == 0)
                .findFirst()
                .orElseThrow();
        assertThat(KeyPairs.x(pair)).hasSize(32);
        assertThat(KeyPairs.y(pair)).hasSize(32);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
