package dev.gangway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The admin API, as programs use it.
final class AdminClient implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DemoKeys keys;

    AdminClient(DemoKeys keys) {
        this.keys = keys;
    }

    /// @throws BenchException when the answer is no success
    JsonNode send(String method, String path, @Nullable JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(keys.url().resolve(path))
                .header("Authorization", "Bearer " + keys.token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new BenchException(path + " answered " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return Json.parse(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }

    /// Imports a document and waits until it is there.
    ///
    /// @param packed the document, compressed with gzip
    void importDocument(String provider, byte[] packed) {
        ObjectNode body = Json.object().put("compressed", Base64.getEncoder().encodeToString(packed));
        body.put("source", provider);
        String job = send("POST", "/api/v1/providers/" + provider + "/imports", body)
                .path("id")
                .asText();
        while (true) {
            JsonNode now = send("GET", "/api/v1/imports/" + job, null);
            switch (now.path("state").asText()) {
                case "done" -> {
                    return;
                }
                case "refused" -> throw new BenchException(now.path("reason").asText());
                default -> pause();
            }
        }
    }

    static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
