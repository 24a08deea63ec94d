package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests made to get where they should not.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GatewayAttackTest {
    private static final String HEAD =
            " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer TOKEN\r\nConnection: close\r\n";

    private final Server server = Server.shared();
    private final GatewayCalls gateway = new GatewayCalls();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1",
                "http://192.168.1.1:8080",
                "http://172.16.0.1",
                "http://100.64.0.1",
                "http://169.254.169.254",
                "https://169.254.169.254/latest",
                "http://[fd00:ec2::254]",
                "http://[::ffff:10.0.0.1]",
                "http://0.0.0.0",
                "http://224.0.0.1",
                "http://192.0.2.1",
                "http://[fe80::1]",
                "http://168.63.129.16"
            })
    void a_connection_into_a_network_that_is_not_for_it_is_not_called(String url) {
        HttpResponse<byte[]> answer = gateway.get(gateway.connect(url), "/files/1");
        assertThat(GatewayCalls.error(answer)).isEqualTo("EGRESS_REFUSED");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user@127.0.0.1", "http://127.1", "http://0x7f000001", "http://2130706433", "http://0177.0.0.1",
                "ftp://127.0.0.1", "file:///etc/passwd", "http://127.0.0.1/?q=1", "http://127.0.0.1#x", "//127.0.0.1",
                "http://127.0.0.1:0", "http://a b"
            })
    void a_connection_to_an_address_in_disguise_is_not_made(String url) {
        HttpResponse<String> answer =
                server.adminAnswer("PUT", "/api/v1/connections/disguised", gateway.connection(url, "key"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.parse(answer.body()).path("detail").asText()).startsWith("server");
    }

    @Test
    void a_credential_with_a_line_break_is_not_kept() {
        ObjectNode connection = gateway.connection("http://127.0.0.1:9", "a\r\nX-Evil: 1");
        assertThat(server.adminAnswer("PUT", "/api/v1/connections/broken", connection)
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Transfer-Encoding: chunked~Content-Length: 4~~0~~GET /evil HTTP/1.1~~",
                "Content-Length: 4~Content-Length: 40~~abcdGET /evil HTTP/1.1~~",
                "Transfer-Encoding: xchunked~~0~~GET /evil HTTP/1.1~~",
                "Transfer-Encoding : chunked~~0~~GET /evil HTTP/1.1~~",
                "Connection: Harbour-Key, close~X: y~~",
                "X: a~ Harbour-Key: folded~~"
            })
    void a_smuggled_request_does_not_reach_the_upstream(String headers) throws IOException {
        try (Upstream upstream = Upstream.friendly()) {
            String connection = gateway.connect(upstream.url());
            gateway.raw("POST /gateway/" + connection + "/payments" + HEAD + headers.replace("~", "\r\n"));
            assertThat(upstream.seen()).noneMatch(request -> request.line().contains("evil"));
            assertThat(upstream.seen())
                    .allMatch(request -> request.all("Harbour-Key").equals(java.util.List.of(GatewayCalls.KEY)));
        }
    }

    @Test
    void hop_by_hop_headers_stay_here() throws IOException {
        try (Upstream upstream = Upstream.friendly()) {
            String connection = gateway.connect(upstream.url());
            gateway.raw("GET /gateway/" + connection
                    + "/files/1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer TOKEN\r\n"
                    + "Connection: close, X-Mine\r\nX-Mine: 1\r\nTE: trailers\r\nKeep-Alive: 5\r\nProxy-Authorization: x\r\n"
                    + "Upgrade: websocket\r\nX-Other: stays\r\n\r\n");
            assertThat(upstream.last().head())
                    .doesNotContain("X-Mine", "TE:", "Keep-Alive", "Proxy-Authorization", "Upgrade")
                    .contains("X-Other: stays");
        }
    }

    @Test
    void another_site_s_page_calls_nothing_with_a_browser_s_cookie() throws IOException {
        try (Upstream upstream = Upstream.friendly()) {
            String connection = gateway.connect(upstream.url());
            HttpResponse<String> signIn = server.send(server.request(server.signInPath())
                    .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                    .build());
            String cookie =
                    signIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            assertThat(status(connection, cookie, "X-Nothing", "1")).isEqualTo(401);
            assertThat(status(connection, cookie, "Sec-Fetch-Site", "cross-site"))
                    .isEqualTo(401);
            assertThat(upstream.seen()).isEmpty();
            assertThat(status(connection, cookie, "Gangway-Csrf", "1")).isEqualTo(200);
        }
    }

    private int status(String connection, String cookie, String header, String value) {
        return server.send(server.request("/gateway/" + connection + "/files/1")
                        .header("Cookie", cookie)
                        .header(header, value)
                        .build())
                .statusCode();
    }
}
