package dev.gangway.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How long the edge waits for clients.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class SlowClientsTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration OFTEN = LONGEST.dividedBy(8);
    private static final String HEAD = "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 16\r\n\r\n";

    private final AtomicInteger echoed = new AtomicInteger();
    private final CountDownLatch streamEnded = new CountDownLatch(1);
    private HttpEdge edge;
    private Socket client;

    @BeforeEach
    void start() throws IOException {
        RouteTable table = () -> List.of(
                new Route("POST", "/echo", "echo", Access.ANYONE, request -> {
                    echoed.incrementAndGet();
                    return Answer.bytes(200, "text/plain", request.body());
                }),
                new Route(
                        "GET",
                        "/large",
                        "large",
                        Access.ANYONE,
                        _ -> Answer.bytes(200, "text/plain", new byte[16 << 20])),
                new Route(
                        "GET", "/endless", "endless", Access.ANYONE, _ -> Answer.stream("text/plain", this::endless)));
        edge = HttpEdge.start(
                new EdgeConfig("127.0.0.1", 0, 1_000, Duration.ofSeconds(1), LONGEST, Set.of()),
                List.of(table),
                List.of(),
                ErrorStyle.PROBLEM_JSON,
                ErrorStyle.PROBLEM_JSON,
                _ -> Optional.empty(),
                RequestObserver.NONE);
        client = new Socket(InetAddress.getLoopbackAddress(), edge.port());
        client.setTcpNoDelay(true);
        client.setSoTimeout((int) LONGEST.multipliedBy(5).toMillis()); // else a failure would never end
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        edge.close();
    }

    private void endless(OutputStream out) throws IOException {
        try {
            while (true) {
                out.write(new byte[8 << 10]);
            }
        } finally {
            streamEnded.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "POST /ec",
                "POST /echo HTTP/1.1\r\n",
                "POST /echo HTTP/1.1\r\nHost: loc",
                HEAD,
                HEAD + "half of"
            })
    void a_client_that_stops_half_way_is_hung_up_on(String sent) throws Exception {
        send(sent);
        awaitHangUp();

        assertThat(echoed).hasValue(0);
    }

    @Test
    void a_client_that_asks_for_nothing_more_is_hung_up_on() throws Exception {
        send(HEAD + "0123456789abcdef");

        assertThat(answer()).endsWith("0123456789abcdef");
        awaitHangUp();
    }

    @Test
    void a_head_that_drips_is_broken_off() throws Exception {
        send("POST /echo HTTP/1.1\r\nHost: localhost\r\nX-Long: ");
        assertThatIOException().isThrownBy(() -> {
            while (true) {
                send("x");
                Thread.sleep(OFTEN);
            }
        });
    }

    @Test
    void an_answer_that_nobody_takes_ends() throws Exception {
        send("GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n");

        streamEnded.await();
    }

    @Test
    void a_body_may_come_slowly_but_steadily() throws Exception {
        send(HEAD);
        for (char letter : "0123456789abcdef".toCharArray()) {
            Thread.sleep(OFTEN);
            send(String.valueOf(letter));
        }

        assertThat(answer()).endsWith("0123456789abcdef");
    }

    @Test
    void an_answer_may_be_taken_slowly_but_steadily() throws Exception {
        client.setReceiveBufferSize(64 << 10);
        send("GET /large HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        long taken = 0;
        InputStream in = client.getInputStream();
        for (int piece = 0; piece < 16; piece++) {
            Thread.sleep(OFTEN);
            taken += in.readNBytes(256 << 10).length;
        }

        assertThat(taken + in.readAllBytes().length).isGreaterThan(16 << 20);
    }

    private void send(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// Head and body of an answer with 16 bytes.
    private String answer() throws IOException {
        StringBuilder read = new StringBuilder();
        while (!read.toString().matches("(?s).*\r\n\r\n.{16}")) {
            int next = client.getInputStream().read();
            assertThat(next).as("the byte after " + read).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }

    /// Reads what there is to read, for as long as the edge waits.
    private void awaitHangUp() throws IOException {
        try {
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException reset) {
            // hung up as well
        }
    }
}
