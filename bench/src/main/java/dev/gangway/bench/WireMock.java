package dev.gangway.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// WireMock standalone in a JVM of its own with the JVM's defaults, its request journal off as for load, answering
/// one path with one body.
record WireMock(Server server, URI url) implements AutoCloseable {
    /// @param jar of wiremock-standalone
    /// @param answer the body that it gives to every POST on `path`
    static WireMock start(Path jar, Path folder, String path, byte[] answer) {
        try {
            Path root = folder.resolve("wiremock");
            Files.createDirectories(root.resolve("mappings"));
            Files.write(root.resolve("mappings/get.json"), Json.bytes(stub(path, answer)));
            int port = freePort();
            URI url = URI.create("http://127.0.0.1:" + port);
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    jar.toString(),
                    "--port=" + port,
                    "--bind-address=127.0.0.1",
                    "--root-dir=" + root,
                    "--no-request-journal",
                    "--disable-request-logging",
                    "--disable-gzip",
                    "--disable-banner");
            return new WireMock(Server.start("wiremock", folder, command, () -> answers(url.resolve(path))), url);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ObjectNode stub(String path, byte[] answer) {
        ObjectNode stub = Json.object();
        stub.putObject("request").put("method", "POST").put("urlPath", path);
        stub.putObject("response")
                .put("status", 200)
                .put("body", new String(answer, StandardCharsets.UTF_8))
                .putObject("headers")
                .put("Content-Type", "application/json; charset=utf-8");
        return stub;
    }

    private static boolean answers(URI url) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setRequestMethod("POST");
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (ConnectException notYet) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Meter meter(BareDatabase database) {
        return new Meter(server.folder(), database.server());
    }

    @Override
    public void close() {
        server.close();
    }
}
