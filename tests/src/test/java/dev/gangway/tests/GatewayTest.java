package dev.gangway.tests;

import static dev.gangway.tests.GatewayCalls.error;
import static dev.gangway.tests.GatewayCalls.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes through the gateway arrives as it was sent, with the credentials in it, and comes back as it was answered.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GatewayTest {
    private final GatewayCalls gateway = new GatewayCalls();

    @Nested
    class A_request {
        @Test
        void arrives_with_method_path_query_headers_and_bytes_as_they_were() throws IOException {
            try (Upstream upstream = Upstream.friendly()) {
                byte[] body = {0, 1, (byte) 0xff, '\r', '\n', 0, 'x'};
                gateway.send(
                        gateway.request(gateway.connect(upstream.url() + "/base"), "/a%2Fb/%C3%A9?q=1&q=%2B&empty=")
                                .header("X-Own", "value with spaces")
                                .header("Content-Type", "application/octet-stream")
                                .method("PATCH", BodyPublishers.ofByteArray(body))
                                .build());
                assertThat(upstream.last().line())
                        .isEqualTo("PATCH /base/a%2Fb/%C3%A9?q=1&q=%2B&empty=&place_key=" + GatewayCalls.QUERY_KEY
                                + " HTTP/1.1");
                assertThat(upstream.last().header("X-Own")).contains("value with spaces");
                assertThat(upstream.last().header("Host")).contains("127.0.0.1:" + upstream.port());
                assertThat(upstream.last().body()).isEqualTo(body);
            }
        }

        @Test
        void carries_the_connection_s_credentials_and_none_of_the_caller_s() throws IOException {
            try (Upstream upstream = Upstream.friendly()) {
                gateway.send(
                        gateway.request(gateway.connect(upstream.url()), "/payments?place_key=mine&%70lace_key=mine")
                                .header("harbour-key", "mine")
                                .header("Cookie", "gangway_session=mine")
                                .header("Gangway-Anything", "mine")
                                .build());
                assertThat(upstream.last().all("Harbour-Key")).containsExactly(GatewayCalls.KEY);
                assertThat(upstream.last().head()).doesNotContain("mine").doesNotContainIgnoringCase("authorization");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/../admin", "/a/..%2f..%2fadmin", "/a/%2e%2e/b", "/%2E%2E%5Cadmin"})
        void that_leads_up_is_refused(String path) throws IOException {
            try (Upstream upstream = Upstream.friendly()) {
                String connection = gateway.connect(upstream.url() + "/base");
                String answer = gateway.raw("GET /gateway/" + connection + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer TOKEN\r\nConnection: close\r\n\r\n");
                assertThat(answer).startsWith("HTTP/1.1 4");
                assertThat(upstream.seen()).isEmpty();
            }
        }

        @Test
        void whose_body_carries_credentials_is_refused_before_anything_is_sent() {
            List<String> bodies = List.of(
                    "{\"client_id\": \"x\", \"company_name\": \"Blue\"}",
                    "{\"company_name\": \"Blue\", \"s\\u0065cret\": \"x\"}",
                    "{\"a\": 1, \"a\": 2, \"secret\": \"x\"}");
            assertThat(bodies)
                    .allSatisfy(body -> assertThat(error(
                                    gateway.send(gateway.request("local-sandbox", "/beta/partner/customer/v1/create")
                                            .header("Content-Type", "application/json")
                                            .POST(BodyPublishers.ofString(body))
                                            .build())))
                            .isEqualTo("CREDENTIALS_REFUSED"));
        }

        @Test
        void that_is_refused_with_its_body_unread_says_that_its_connection_is_over() {
            HttpResponse<byte[]> refused = gateway.send(gateway.request("no-such-connection", "/x")
                    .POST(BodyPublishers.ofString("{}"))
                    .build());
            assertThat(error(refused)).isEqualTo("NOT_FOUND");
            assertThat(refused.headers().firstValue("Connection")).contains("close");
        }

        @Test
        void of_100_MB_streams_up_and_down_with_a_heap_that_does_not_hold_it() throws IOException {
            byte[] piece = new byte[1 << 20];
            new Random(7).nextBytes(piece);
            try (Upstream upstream = new Upstream((_, out) -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 104857600\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                for (int written = 0; written < 100; written++) {
                    out.write(piece);
                }
            })) {
                HttpResponse<byte[]> answer = gateway.get(gateway.connect(upstream.url()), "/files/large");
                assertThat(answer.body()).hasSize(100 << 20);
                assertThat(answer.body()[piece.length + 17]).isEqualTo(piece[17]);
                assertThat(answer.headers().firstValue("Content-Length")).contains("104857600");
            }
        }
    }

    @Nested
    class An_answer {
        @Test
        void comes_back_with_status_headers_and_bytes_as_they_were() throws IOException {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
                gzip.write("hello".getBytes(StandardCharsets.UTF_8));
            }
            try (Upstream upstream = new Upstream((_, out) -> {
                out.write(
                        ("HTTP/1.1 418 I'm a teapot\r\nContent-Encoding: gzip\r\nX-Two: one\r\nX-Two: two\r\nContent-Length: "
                                        + zipped.size() + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                out.write(zipped.toByteArray());
            })) {
                HttpResponse<byte[]> answer = gateway.get(gateway.connect(upstream.url()), "/files/1");
                assertThat(answer.statusCode()).isEqualTo(418);
                assertThat(answer.body()).isEqualTo(zipped.toByteArray());
                assertThat(answer.headers().allValues("X-Two")).containsExactly("one", "two");
                assertThat(answer.headers().firstValue("Server-Timing").orElse(""))
                        .contains("upstream;dur=");
                assertThat(error(answer)).isEmpty();
            }
        }

        @Test
        void in_chunks_or_until_the_end_is_the_same_to_the_caller() throws IOException {
            for (String message : List.of(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1;x=y\r\n!\r\n0\r\nTrailer: x\r\n\r\n",
                    "HTTP/1.0 200 OK\r\n\r\nhello!")) {
                try (Upstream upstream = new Upstream((_, out) -> {
                    out.write(message.getBytes(StandardCharsets.US_ASCII));
                    if (message.startsWith("HTTP/1.0")) {
                        out.flush();
                        throw new IOException("over");
                    }
                })) {
                    assertThat(text(gateway.get(gateway.connect(upstream.url()), "/files/1")))
                            .isEqualTo("hello!");
                }
            }
        }

        @Test
        void without_a_body_has_none() throws IOException {
            try (Upstream upstream = Upstream.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
                HttpResponse<byte[]> answer = gateway.get(gateway.connect(upstream.url()), "/files/1");
                assertThat(answer.statusCode()).isEqualTo(204);
                assertThat(answer.body()).isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\nab",
                    "HTTP/1.1 200 OK\r\nBad header\r\n\r\n",
                    "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                    "SSH-2.0-OpenSSH_9.6\r\n"
                })
        void that_can_be_read_in_two_ways_or_is_no_HTTP_is_an_error_of_the_gateway(String message) throws IOException {
            try (Upstream upstream = new Upstream((_, out) -> {
                out.write(message.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                throw new IOException("over");
            })) {
                HttpResponse<byte[]> answer = gateway.get(gateway.connect(upstream.url()), "/files/1");
                assertThat(answer.statusCode()).isEqualTo(502);
                assertThat(error(answer)).isEqualTo("UPSTREAM_BROKEN");
            }
        }

        @Test
        void that_breaks_off_breaks_off_for_the_caller_too() throws IOException {
            try (Upstream upstream = new Upstream((_, out) -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                throw new IOException("over");
            })) {
                String connection = gateway.connect(upstream.url());
                String answer = gateway.raw("GET /gateway/" + connection
                        + "/files/1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer TOKEN\r\n\r\n");
                assertThat(answer)
                        .startsWith("HTTP/1.1 200")
                        .contains("Content-Length: 1000000")
                        .endsWith("half");
                assertThat(gateway.lastCall(connection).path("error").asText()).contains("broke off");
            }
        }

        @Test
        void that_nobody_waits_for_any_more_is_not_fetched_on() throws Exception {
            CountDownLatch over = new CountDownLatch(1);
            try (Upstream upstream = new Upstream((_, out) -> {
                try {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000000000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write(new byte[1 << 16]);
                    }
                } finally {
                    over.countDown();
                }
            })) {
                String connection = gateway.connect(upstream.url());
                try (InputStream begun = gateway.stream(connection, "/files/1")) {
                    assertThat(begun.readNBytes(1 << 20)).hasSize(1 << 20);
                }
                assertThat(over.await(30, TimeUnit.SECONDS))
                        .as("the upstream is hung up on")
                        .isTrue();
                assertThat(gateway.lastCall(connection).path("error").asText()).isEqualTo("the client went away");
            }
        }

        @Test
        void that_redirects_is_handed_back_and_not_followed() throws IOException {
            try (Upstream elsewhere = Upstream.friendly();
                    Upstream upstream = Upstream.answering(
                            "HTTP/1.1 302 Found\r\nLocation: " + elsewhere.url() + "/\r\nContent-Length: 0\r\n\r\n")) {
                assertThat(gateway.get(gateway.connect(upstream.url()), "/files/1")
                                .statusCode())
                        .isEqualTo(302);
                assertThat(elsewhere.seen()).isEmpty();
            }
        }
    }

    @Nested
    class An_upstream {
        @Test
        void keeps_its_connection_for_the_next_call() throws IOException {
            try (Upstream upstream = Upstream.friendly()) {
                String connection = gateway.connect(upstream.url());
                IntStream.range(0, 20).forEach(_ -> gateway.get(connection, "/files/1"));
                assertThat(upstream.seen()).hasSize(20);
                assertThat(upstream.connections()).isEqualTo(1);
            }
        }

        @Test
        void that_hung_up_meanwhile_is_called_anew() throws IOException {
            try (Upstream upstream = new Upstream((_, out) -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                throw new IOException("hangs up without a word");
            })) {
                String connection = gateway.connect(upstream.url());
                IntStream.range(0, 5)
                        .forEach(_ -> assertThat(
                                        gateway.get(connection, "/files/1").statusCode())
                                .isEqualTo(200));
                assertThat(upstream.seen()).hasSize(5);
            }
        }

        @Test
        void that_is_not_there_is_an_error_of_its_own() throws IOException {
            try (Socket boundAndNotListening = new Socket()) {
                boundAndNotListening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                String url = "http://127.0.0.1:" + boundAndNotListening.getLocalPort();
                HttpResponse<byte[]> answer = gateway.get(gateway.connect(url), "/files/1");
                assertThat(answer.statusCode()).isEqualTo(502);
                assertThat(error(answer)).isEqualTo("UPSTREAM_UNREACHABLE");
            }
        }
    }
}
