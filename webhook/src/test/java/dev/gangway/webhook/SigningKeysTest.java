package dev.gangway.webhook;

import static dev.gangway.base.Environment.PRODUCTION;
import static dev.gangway.base.Environment.SANDBOX;
import static dev.gangway.webhook.Room.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import dev.gangway.base.Environment;
import dev.gangway.base.Json;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningKeysTest {
    private static final byte[] BODY = {'{', '}'};
    private static final Duration LIFETIME = Duration.ofDays(90);

    private final Database database = TestDatabase.fresh("webhook");
    private final SettableClock clock = new SettableClock();
    private final SigningKeys keys = new SigningKeys(database, clock, new TestVault(), LIFETIME);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_signed_verifies_with_the_key_that_is_shown() throws Exception {
        SignedJWT token = SignedJWT.parse(keys.sign(WORLD, SANDBOX, BODY));
        VerificationKey shown = keys.verificationKey(
                        WORLD, SANDBOX, token.getHeader().getKeyID())
                .orElseThrow();
        ECKey key = ECKey.parse(Json.text(shown)); // checks that the point is on the curve, 32 bytes each
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(Json.parse(Json.bytes(shown)).fieldNames())
                .toIterable()
                .containsExactly("alg", "crv", "kid", "kty", "use", "x", "y", "created_at", "expired_at");
        assertThat(shown.createdAt()).isEqualTo(clock.now().getEpochSecond());
        assertThat(shown.expiredAt()).isNull();
    }

    @Test
    void one_key_signs_until_it_is_old() throws Exception {
        String first = signingKid(SANDBOX);
        clock.advance(LIFETIME.minusSeconds(1));
        assertThat(signingKid(SANDBOX)).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        assertThat(signingKid(SANDBOX)).isNotEqualTo(first);
    }

    @Test
    void each_environment_has_keys_that_the_other_does_not_see() throws Exception {
        String sandbox = signingKid(SANDBOX);
        assertThat(signingKid(PRODUCTION)).isNotEqualTo(sandbox);
        assertThat(keys.verificationKey(WORLD, PRODUCTION, sandbox)).isEmpty();
    }

    @Test
    void an_unknown_key_is_not_shown_whatever_its_name() {
        assertThat(keys.verificationKey(WORLD, SANDBOX, "no-such-key")).isEmpty();
        assertThat(keys.verificationKey(WORLD, SANDBOX, "\0")).isEmpty();
    }

    @Test
    void a_retired_key_is_shown_for_25_hours_and_then_forgotten() throws Exception {
        String old = signingKid(SANDBOX);
        SigningKey successor = keys.rotate(WORLD, SANDBOX);
        assertThat(signingKid(SANDBOX)).isEqualTo(successor.kid());
        assertThat(keys.verificationKey(WORLD, SANDBOX, old).orElseThrow().expiredAt())
                .isEqualTo(clock.now().getEpochSecond());
        clock.advance(Duration.ofHours(25).minusSeconds(1));
        keys.prune(WORLD);
        assertThat(keys.verificationKey(WORLD, SANDBOX, old)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(keys.verificationKey(WORLD, SANDBOX, old)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        keys.prune(WORLD);
        assertThat(keys.all(WORLD)).extracting(SigningKey::kid).containsExactly(successor.kid());
    }

    @Test
    void a_private_half_is_stored_sealed_and_wiped_when_its_key_retires() {
        SigningKey key = keys.rotate(WORLD, SANDBOX);
        assertThat(key.sealedPrivate().orElseThrow()).asString().startsWith("webhook.signing_key/main/" + key.kid());
        keys.rotate(WORLD, SANDBOX);
        assertThat(keys.all(WORLD))
                .filteredOn(stored -> stored.kid().equals(key.kid()))
                .allSatisfy(stored -> assertThat(stored.sealedPrivate()).isEmpty());
    }

    @Test
    void another_node_signs_with_the_same_key() throws Exception {
        SigningKeys otherNode = new SigningKeys(database, clock, new TestVault(), LIFETIME);
        String kid = signingKid(SANDBOX);
        assertThat(kid(otherNode.sign(WORLD, SANDBOX, BODY))).isEqualTo(kid);
        otherNode.rotate(WORLD, SANDBOX);
        assertThat(signingKid(SANDBOX)).isNotEqualTo(kid);
    }

    @Test
    void many_that_need_the_first_key_at_once_make_one() throws Exception {
        Callable<String> sign = () -> signingKid(SANDBOX);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> kids =
                    threads.invokeAll(Stream.generate(() -> sign).limit(6).toList());
            assertThat(kids)
                    .extracting(Future::get)
                    .containsOnly(keys.all(WORLD).getFirst().kid());
        }
        assertThat(keys.all(WORLD)).hasSize(1);
    }

    private String signingKid(Environment environment) throws ParseException {
        return kid(keys.sign(WORLD, environment, BODY));
    }

    private static String kid(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }
}
