package dev.gangway.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.base.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The gateway of the shared server, with connections to upstreams of tests.
final class GatewayCalls {
    static final String KEY = "sk_canary_7Hq2LmZx9KcT1nWb";
    static final String QUERY_KEY = "qk_canary_5gJ0iNfQyBRvS8tU";

    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Harbour, version: "1"}
            servers: [{url: "https://api.harbour.example"}]
            security: [{key: [], place: []}]
            paths:
              /payments:
                post:
                  operationId: pay
                  requestBody: {content: {application/json: {schema: {type: object, properties: {amount: {type: integer}, account_number: {type: string}}}}}}
                  responses: {"200": {description: "Paid.", content: {application/json: {schema: {type: object, properties: {access_token: {type: string}}}}}}}
              /files/{file}:
                get: {operationId: readFile, parameters: [{name: file, in: path, required: true, schema: {type: string}}], responses: {"200": {description: "It."}}}
            components:
              securitySchemes:
                key: {type: apiKey, in: header, name: Harbour-Key}
                place: {type: apiKey, in: query, name: place_key}
            """;

    private final Server server = Server.shared();
    private final HttpClient client = HttpClient.newHttpClient();

    GatewayCalls() {
        boolean known = server.admin("/api/v1/providers")
                .path("items")
                .valueStream()
                .anyMatch(one -> one.path("name").asText().equals("harbour"));
        if (!known) {
            importHarbour();
        }
    }

    private void importHarbour() {
        ObjectNode body = Json.object().put("document", DOCUMENT);
        String id = server.admin("POST", "/api/v1/providers/harbour/imports", body)
                .path("id")
                .asText();
        String state = "waiting";
        while (!state.equals("done")) {
            state = server.admin("/api/v1/imports/" + id).path("state").asText();
            if (state.equals("refused")) {
                throw new AssertionError(server.admin("/api/v1/imports/" + id).toString());
            }
            Thread.onSpinWait();
        }
    }

    /// A new connection to `url`, whose bodies are logged.
    ///
    /// @return its name
    String connect(String url) {
        String name = "c-" + UUID.randomUUID();
        server.admin("PUT", "/api/v1/connections/" + name, connection(url, KEY));
        return name;
    }

    ObjectNode connection(String url, String key) {
        ObjectNode body =
                Json.object().put("provider", "harbour").put("server", url).put("log_bodies", true);
        body.putObject("credentials").put("key", key).put("place", QUERY_KEY);
        return body;
    }

    HttpRequest.Builder request(String connection, String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/gateway/" + connection + path))
                .header("Authorization", "Bearer " + server.demo().token().reveal());
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<byte[]> get(String connection, String path) {
        return send(request(connection, path).build());
    }

    /// What is answered, while it arrives.
    InputStream stream(String connection, String path) throws IOException, InterruptedException {
        return client.send(request(connection, path).build(), BodyHandlers.ofInputStream())
                .body();
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /// The code of a failure of the gateway itself; empty when the answer is the upstream's.
    static String error(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Gangway-Error").orElse("");
    }

    /// Sends bytes as they are, with a token in them where `TOKEN` stands, and reads until the server closes.
    String raw(String message) throws IOException {
        Secret token = server.demo().token();
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(message.replace("TOKEN", token.reveal()).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException open) {
                throw new AssertionError("the connection stays open after " + answer, open);
            }
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /// The newest call over a connection, once it is written.
    JsonNode lastCall(String connection) {
        for (int attempt = 0; ; attempt++) {
            JsonNode calls =
                    server.admin("/api/v1/calls?connection=" + connection).path("items");
            if (!calls.isEmpty() || attempt == 600) {
                return calls.path(0);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20); // the log is written five times a second
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
