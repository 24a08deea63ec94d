package dev.gangway.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gangway.base.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each scheme against a message that somebody else signed: examples that the senders publish, or that OpenSSL made.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SharedSecretTest {
    /// A message with its signature.
    ///
    /// @param at when it was signed, seconds since 1970
    /// @param header the one that holds the signature
    record Signed(SignatureScheme scheme, String secret, String body, long at, String header, Map<String, String> all) {
        Signed with(String name, String value) {
            Map<String, String> changed = new java.util.HashMap<>(all);
            changed.put(name, value);
            return new Signed(scheme, secret, body, at, header, changed);
        }

        String verify(String said, long now) throws Unproven {
            Incoming incoming = new Incoming(
                    name -> Optional.ofNullable(all.get(name)), said.getBytes(UTF_8), Instant.ofEpochSecond(now));
            return String.valueOf(
                    new SharedSecret(new Secret(secret)).verify(new Occasion.Webhook(scheme, null, null), incoming));
        }

        @Override
        public String toString() {
            return scheme.word();
        }
    }

    private static final Signed HMAC = new Signed(
            SignatureScheme.HMAC_SHA256,
            "It's a Secret to Everybody",
            "Hello, World!",
            0,
            "X-Hub-Signature-256",
            Map.of("X-Hub-Signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"));
    private static final Signed STANDARD = new Signed(
            SignatureScheme.STANDARD_WEBHOOKS,
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "{\"test\": 2432232314}",
            1614265330,
            "webhook-signature",
            Map.of(
                    "webhook-id",
                    "msg_p5jXN8AQM9LWM0D4loKWxJek",
                    "webhook-timestamp",
                    "1614265330",
                    "webhook-signature",
                    "v1a,unknown v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    private static final Signed STRIPE = new Signed(
            SignatureScheme.STRIPE,
            "endpoint-secret",
            "{\"id\":\"evt_1\"}",
            1772625600,
            "Stripe-Signature",
            Map.of(
                    "Stripe-Signature",
                    "t=1772625600,v0=00,v1=7a3bb39de82757f02009b527bb55ba46e183321b26fb4cdc69b61d933737c6bd"));
    private static final Signed SLACK = new Signed(
            SignatureScheme.SLACK,
            "8f742231b10e8888abcd99yyyzzz85a5",
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J",
            1531420618,
            "X-Slack-Signature",
            Map.of(
                    "X-Slack-Request-Timestamp",
                    "1531420618",
                    "X-Slack-Signature",
                    "v0=bca5eef5dd737ed259b428b18cd24f679baa18c3fc5f1cb2a6ac9f03e717969a"));
    private static final Signed HEADER = new Signed(
            SignatureScheme.HEADER,
            "a-long-secret",
            "{}",
            0,
            "Authorization",
            Map.of("Authorization", "Bearer a-long-secret"));

    static Stream<Signed> all() {
        return Stream.of(HMAC, STANDARD, STRIPE, SLACK, HEADER);
    }

    static Stream<Signed> overTheBody() {
        return all().filter(signed -> signed.scheme() != SignatureScheme.HEADER);
    }

    static Stream<Signed> timed() {
        return Stream.of(STANDARD, STRIPE, SLACK);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_genuine_message_is_taken(Signed signed) throws Exception {
        assertThat(signed.verify(signed.body(), signed.at() + 299)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("overTheBody")
    void another_body_is_refused(Signed signed) {
        assertThatExceptionOfType(Unproven.class).isThrownBy(() -> signed.verify(signed.body() + " ", signed.at()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void another_secret_is_refused(Signed signed) {
        Signed other =
                new Signed(signed.scheme(), "whsec_b3RoZXI", signed.body(), signed.at(), signed.header(), signed.all());
        assertThatExceptionOfType(Unproven.class).isThrownBy(() -> other.verify(signed.body(), signed.at()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_signature_that_is_missing_empty_or_malformed_is_refused(Signed signed) {
        for (String value : new String[] {"", " ", "=", "v1,", "v0=", "t=,v1=", "t=99999999999999999999,v1=00", "zz"}) {
            assertThatExceptionOfType(Unproven.class)
                    .as(value)
                    .isThrownBy(() -> signed.with(signed.header(), value).verify(signed.body(), signed.at()));
        }
        assertThatExceptionOfType(Unproven.class)
                .isThrownBy(() -> new Signed(
                                signed.scheme(), signed.secret(), signed.body(), signed.at(), signed.header(), Map.of())
                        .verify(signed.body(), signed.at()))
                .withMessageStartingWith("There is no header");
    }

    @ParameterizedTest
    @MethodSource("timed")
    void an_old_message_and_one_from_the_future_are_refused(Signed signed) {
        for (long now : new long[] {signed.at() + 301, signed.at() - 301}) {
            assertThatExceptionOfType(Unproven.class)
                    .isThrownBy(() -> signed.verify(signed.body(), now))
                    .withMessageContaining("five minutes");
        }
    }

    @Test
    void a_message_that_is_sent_again_has_the_same_name() throws Exception {
        assertThat(STANDARD.verify(STANDARD.body(), STANDARD.at())).isEqualTo("msg_p5jXN8AQM9LWM0D4loKWxJek");
        assertThat(STRIPE.verify(STRIPE.body(), STRIPE.at())).isEqualTo(STRIPE.verify(STRIPE.body(), STRIPE.at() + 9));
    }
}
