package dev.gangway.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.gangway.base.ProblemException;
import dev.gangway.egress.EgressPolicy;
import dev.gangway.provider.ImportJob.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UrlImportTest {
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] document = Documents.HARBOUR.getBytes(StandardCharsets.UTF_8);
        server.createContext("/openapi.yaml", exchange -> {
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        server.createContext("/chunked.yaml", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        server.createContext("/moved.yaml", exchange -> {
            exchange.getResponseHeaders().set("Location", url("/openapi.yaml"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/endless.yaml", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] more = "#".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write(more);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static ImportJob imported(Room room, String url) {
        return room.ended(room.providers.importUrl(Room.WORLD, "harbour", url, Room.OPERATOR));
    }

    @Test
    void fetches_the_document_and_remembers_where_it_came_from() {
        try (Room room = new Room()) {
            assertThat(imported(room, url("/openapi.yaml")).state()).isEqualTo(State.DONE);
            assertThat(room.providers
                            .provider(Room.WORLD, "harbour")
                            .orElseThrow()
                            .source())
                    .isEqualTo(url("/openapi.yaml"));
            assertThat(imported(room, url("/chunked.yaml")).unchanged()).isTrue();
        }
    }

    @Test
    void follows_no_redirect() {
        try (Room room = new Room()) {
            ImportJob job = imported(room, url("/moved.yaml"));
            assertThat(job.state()).isEqualTo(State.REFUSED);
            assertThat(job.reason()).contains("302").contains("redirects are not followed");
        }
    }

    @Test
    void reads_no_more_than_a_document_may_have() {
        try (Room room = new Room()) {
            assertThat(imported(room, url("/endless.yaml")).reason()).contains("more than");
        }
    }

    @Test
    void says_what_the_server_answered() {
        try (Room room = new Room()) {
            assertThat(imported(room, url("/nothing.yaml")).reason()).contains("404");
        }
    }

    @Test
    void calls_no_address_that_may_not_be_called() {
        try (Room room = new Room(EgressPolicy.PUBLIC_ONLY)) {
            assertThat(imported(room, url("/openapi.yaml")).reason()).contains("127.0.0.1 is this machine");
        }
    }

    @Test
    void takes_nothing_but_http_and_https() {
        try (Room room = new Room()) {
            assertThatThrownBy(() -> imported(room, "file:///etc/passwd"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("https://");
        }
    }
}
