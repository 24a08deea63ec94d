package dev.gangway.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.egress.UpstreamException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How long a call waits for its upstream.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class UpstreamPatienceTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(3);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";
    private static SelfSigned certificate;

    /// What an upstream does on a connection.
    interface Behaviour {
        void on(Socket connection) throws IOException, InterruptedException;
    }

    @BeforeAll
    static void trustedCertificate() throws Exception {
        certificate = SelfSigned.forLocalhost();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_upstream_that_says_nothing_is_given_up(boolean tls) throws Exception {
        try (ServerSocket upstream = upstream(tls, UpstreamPatienceTest::keepsSilent);
                UpstreamClient client = client(SHORT)) {
            assertThatThrownBy(() -> client.send(origin(upstream, tls), get()))
                    .isInstanceOfSatisfying(
                            UpstreamException.class,
                            given -> assertThat(given.kind()).isEqualTo(Kind.TIMEOUT))
                    .hasMessage("there was no answer within 400 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_answer_that_stops_half_way_is_given_up(boolean tls) throws Exception {
        try (ServerSocket upstream = upstream(tls, UpstreamPatienceTest::stopsHalfWay);
                UpstreamClient client = client(SHORT)) {
            InputStream body = client.send(origin(upstream, tls), get()).body();

            assertThat(body.readNBytes(5)).asString().isEqualTo("half ");
            assertThatThrownBy(body::read)
                    .isInstanceOfSatisfying(
                            UpstreamException.class,
                            given -> assertThat(given.kind()).isEqualTo(Kind.TIMEOUT));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_upstream_that_does_not_take_the_body_is_given_up(boolean tls) throws Exception {
        try (ServerSocket upstream = upstream(tls, UpstreamPatienceTest::readsNothing);
                UpstreamClient client = client(SHORT)) {
            UpstreamRequest.Body zeros = new UpstreamRequest.Body.Stream(new Zeros(), 1L << 32);

            assertThatThrownBy(() -> client.send(
                            origin(upstream, tls), new UpstreamRequest("POST", "/", List.of(), zeros, false)))
                    .isInstanceOfSatisfying(
                            UpstreamException.class,
                            given -> assertThat(given.kind()).isEqualTo(Kind.TIMEOUT));
        }
    }

    @Test
    void a_slow_answer_is_waited_for_as_long_as_something_comes() throws Exception {
        try (ServerSocket upstream = upstream(false, UpstreamPatienceTest::drips);
                UpstreamClient client = client(LONG)) {
            InputStream body = client.send(origin(upstream, false), get()).body();

            assertThat(body.readAllBytes()).asString().isEqualTo("0123456789");
        }
    }

    @Test
    void a_connection_that_nobody_waits_for_may_be_idle_for_longer() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        Behaviour counted = connection -> {
            connections.incrementAndGet();
            answersEach(connection);
        };
        try (ServerSocket upstream = upstream(false, counted);
                UpstreamClient client = client(SHORT)) {
            for (int call = 0; call < 3; call++) {
                assertThat(client.send(origin(upstream, false), get()).body().readAllBytes())
                        .asString()
                        .isEqualTo("0123456789");
                Thread.sleep(SHORT.multipliedBy(2));
            }
            assertThat(connections).hasValue(1);
        }
    }

    private static void keepsSilent(Socket connection) throws IOException, InterruptedException {
        readHead(connection.getInputStream());
        forEver();
    }

    private static void stopsHalfWay(Socket connection) throws IOException, InterruptedException {
        readHead(connection.getInputStream());
        write(connection.getOutputStream(), HEAD + "half ");
        forEver();
    }

    private static void readsNothing(Socket connection) throws IOException, InterruptedException {
        connection.getInputStream().read();
        forEver();
    }

    /// For longer than the longest wait.
    private static void drips(Socket connection) throws IOException, InterruptedException {
        readHead(connection.getInputStream());
        write(connection.getOutputStream(), HEAD);
        for (int digit = 0; digit < 10; digit++) {
            Thread.sleep(LONG.dividedBy(8));
            write(connection.getOutputStream(), String.valueOf(digit));
        }
    }

    private static void answersEach(Socket connection) throws IOException {
        while (readHead(connection.getInputStream())) {
            write(connection.getOutputStream(), HEAD + "0123456789");
        }
    }

    private static void forEver() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /// False when there is no other request.
    private static boolean readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                return false;
            }
            head.append((char) read);
        }
        return true;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static ServerSocket upstream(boolean tls, Behaviour behaviour) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        ServerSocket listening = tls ? certificate.serverSocket(here) : new ServerSocket(0, 50, here);
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    Socket connection = listening.accept();
                    Thread.ofVirtual().start(() -> serve(connection, behaviour));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return listening;
    }

    private static void serve(Socket connection, Behaviour behaviour) {
        try (connection) {
            behaviour.on(connection);
        } catch (IOException | InterruptedException gone) {
            // the client broke off
        }
    }

    private static UpstreamClient client(Duration patience) {
        return new UpstreamClient(
                new EgressGuard(new EgressPolicy(true, false)),
                certificate.trustingSockets(),
                Duration.ofSeconds(20),
                patience);
    }

    private static TargetUrl origin(ServerSocket upstream, boolean tls) {
        return TargetUrl.parse((tls ? "https" : "http") + "://localhost:" + upstream.getLocalPort() + "/");
    }

    private static UpstreamRequest get() {
        return new UpstreamRequest("GET", "/", List.of(), new UpstreamRequest.Body.None(), true);
    }

    private static final class Zeros extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return length;
        }
    }
}
