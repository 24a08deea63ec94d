package dev.gangway.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.HeldPort;
import dev.gangway.egress.Outcome.Answered;
import dev.gangway.egress.Outcome.Unanswered;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboundClientTest {
    private static final EgressGuard LOOPBACK = new EgressGuard(new EgressPolicy(true, false));
    private static final Duration PATIENT = Duration.ofMinutes(1);
    private static final OutboundClient CLIENT = new OutboundClient(LOOPBACK, PATIENT);
    private static final OutboundClient IMPATIENT = new OutboundClient(LOOPBACK, Duration.ofMillis(300));

    @Test
    void the_request_is_one_plain_message() throws Exception {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\nthanks")) {
            assertThat(CLIENT.post(receiver.url(), Map.of("Content-Type", "application/json"), bytes("{}")))
                    .isEqualTo(new Answered(200, "thanks"));
            assertThat(receiver.received()).isEqualTo("""
                    POST /hook?a=b HTTP/1.1\r
                    Host: 127.0.0.1:%d\r
                    Content-Type: application/json\r
                    Content-Length: 2\r
                    Connection: close\r
                    \r
                    {}""".formatted(receiver.port()));
        }
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() throws Exception {
        try (Receiver elsewhere = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n");
                Receiver receiver = Receiver.answering("HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 0\r\n"
                        + "Location: http://127.0.0.1:" + elsewhere.port() + "/\r\n\r\n")) {
            assertThat(post(CLIENT, receiver)).isEqualTo(new Answered(307, ""));
            assertThat(elsewhere.requestsReceived()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 299})
    void only_2xx_is_a_success(int status) {
        assertThat(new Answered(status, "").isSuccess()).isTrue();
        assertThat(new Answered(status + 100, "").isSuccess()).isFalse();
        assertThat(new Answered(101, "").isSuccess()).isFalse();
    }

    @Test
    void interim_answers_are_passed_over() throws Exception {
        try (Receiver receiver = Receiver.answering(
                "HTTP/1.1 100 Continue\r\n\r\n"
                        + "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.0 503 Busy\r\nContent-Length: 5\r\n\r\nlater")) {
            assertThat(post(CLIENT, receiver)).isEqualTo(new Answered(503, "later"));
        }
    }

    @Nested
    class An_answers_body {
        @Test
        void is_read_to_1024_bytes_and_no_further() throws Exception {
            try (Receiver endless = Receiver.start(out -> {
                out.write(bytes("HTTP/1.1 500 Oops\r\n\r\n"));
                while (true) {
                    out.write('x');
                }
            })) {
                assertThat(post(CLIENT, endless)).isEqualTo(new Answered(500, "x".repeat(1_024)));
            }
        }

        @Test
        void may_come_in_chunks() throws Exception {
            try (Receiver receiver = Receiver.answering("""
                    HTTP/1.1 400 Bad\r
                    Transfer-Encoding: chunked\r
                    \r
                    5;a=b\r
                    hello\r
                    7\r
                    , world\r
                    0\r
                    \r
                    """)) {
                assertThat(post(CLIENT, receiver)).isEqualTo(new Answered(400, "hello, world"));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"zz\r\nhello", "-5\r\nhello", "5\r\nhel", "5\r\nhelloX5\r\nhello"})
        void in_broken_chunks_does_not_spoil_the_answer(String chunks) throws Exception {
            try (Receiver receiver =
                    Receiver.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)) {
                assertThat(post(CLIENT, receiver).isSuccess()).isTrue();
            }
        }

        @Test
        void that_is_not_text_is_shown_as_such() throws Exception {
            try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\na\0b\u0007c\td")) {
                assertThat(post(CLIENT, receiver)).isEqualTo(new Answered(200, "a\uFFFDb\uFFFDc\td"));
            }
        }

        @Test
        void that_drips_past_the_time_does_not_take_the_answer_back() throws Exception {
            OutboundClient client = new OutboundClient(LOOPBACK, Duration.ofSeconds(3)); // enough for the head
            try (Receiver receiver = Receiver.start(out -> drip(out, "HTTP/1.1 200 OK\r\n\r\n", "."))) {
                assertThat(post(client, receiver)).isEqualTo(new Answered(200, ""));
            }
        }
    }

    @Nested
    class No_answer_comes {
        @Test
        void from_a_receiver_that_is_silent() throws Exception {
            try (Receiver receiver = Receiver.start(_ -> new CountDownLatch(1).await())) {
                assertThat(post(IMPATIENT, receiver)).isEqualTo(new Unanswered("no answer within 300 ms"));
            }
        }

        @Test
        void from_a_receiver_whose_headers_drip() throws Exception {
            try (Receiver receiver = Receiver.start(out -> drip(out, "HTTP/1.1 200 OK\r\n", "X-Drop: 1\r\n"))) {
                assertThat(post(IMPATIENT, receiver)).isEqualTo(new Unanswered("no answer within 300 ms"));
            }
        }

        @Test
        void from_a_receiver_whose_headers_never_end() throws Exception {
            try (Receiver receiver = Receiver.start(out -> {
                out.write(bytes("HTTP/1.1 200 OK\r\nX-Long: "));
                while (true) {
                    out.write(bytes("x".repeat(1_000)));
                }
            })) {
                assertThat(post(CLIENT, receiver)).isEqualTo(new Unanswered("the head of the answer is too large"));
            }
        }

        @Test
        void when_nobody_listens() throws Exception {
            try (HeldPort port = new HeldPort()) {
                TargetUrl url = TargetUrl.parse("http://127.0.0.1:" + port.number() + "/");
                assertThat(CLIENT.post(url, Map.of(), bytes("{}")))
                        .isEqualTo(new Unanswered("the connection was refused"));
            }
        }

        @Test
        void from_a_receiver_that_hangs_up_or_talks_nonsense() throws Exception {
            try (Receiver mute = Receiver.answering("");
                    Receiver nonsense = Receiver.answering("220 smtp.example ESMTP\r\n")) {
                assertThat(post(CLIENT, mute)).isEqualTo(new Unanswered("the connection was closed before an answer"));
                assertThat(post(CLIENT, nonsense)).isEqualTo(new Unanswered("the answer is not HTTP/1.1"));
            }
        }

        @Test
        void from_an_address_that_may_not_be_called_and_nothing_is_sent_there() throws Exception {
            OutboundClient strict = new OutboundClient(new EgressGuard(EgressPolicy.PUBLIC_ONLY), PATIENT);
            try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n")) {
                assertThat(post(strict, receiver))
                        .isEqualTo(new Unanswered("refused to call 127.0.0.1: 127.0.0.1 is this machine"));
                assertThat(receiver.requestsReceived()).isZero();
            }
        }
    }

    @Test
    void the_name_is_looked_up_once_and_the_address_that_was_checked_is_dialled() throws Exception {
        AtomicInteger lookUps = new AtomicInteger();
        EgressGuard guard = new EgressGuard(new EgressPolicy(true, false), host ->
                new InetAddress[] {InetAddress.ofLiteral(lookUps.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")});
        OutboundClient client = new OutboundClient(guard, PATIENT);
        try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            TargetUrl url = TargetUrl.parse("http://rebinding.example:" + receiver.port() + "/");
            assertThat(client.post(url, Map.of(), bytes("{}")).isSuccess()).isTrue();
            assertThat(lookUps).hasValue(1);
        }
    }

    @Nested
    class Over_TLS {
        @Test
        void the_certificate_must_be_trusted_and_name_the_host() throws Exception {
            SelfSigned certificate = SelfSigned.forLocalhost();
            ServerSocket listening = certificate.serverSocket(InetAddress.getLoopbackAddress());
            OutboundClient trusting = new OutboundClient(LOOPBACK, certificate.trustingSockets(), PATIENT);
            try (Receiver receiver = Receiver.start(listening, out -> out.write(bytes("HTTP/1.1 200 OK\r\n\r\n")))) {
                TargetUrl byName = TargetUrl.parse("https://localhost:" + receiver.port() + "/");
                TargetUrl byNumber = TargetUrl.parse("https://127.0.0.1:" + receiver.port() + "/");
                assertThat(trusting.post(byName, Map.of(), bytes("{}")).isSuccess())
                        .isTrue();
                for (Outcome refused : List.of(
                        trusting.post(byNumber, Map.of(), bytes("{}")), CLIENT.post(byName, Map.of(), bytes("{}")))) {
                    assertThat(refused)
                            .isInstanceOfSatisfying(
                                    Unanswered.class,
                                    unanswered ->
                                            assertThat(unanswered.reason()).startsWith("TLS failed: "));
                }
            }
        }
    }

    private static Outcome post(OutboundClient client, Receiver receiver) throws InterruptedException {
        return client.post(receiver.url(), Map.of(), bytes("{}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void drip(OutputStream out, String first, String drop) throws IOException, InterruptedException {
        out.write(bytes(first));
        while (true) {
            out.write(bytes(drop));
            Thread.sleep(10);
        }
    }
}
