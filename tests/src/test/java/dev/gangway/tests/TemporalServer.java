package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Temporal server of its own, for development, as its command line brings it.
final class TemporalServer implements AutoCloseable {
    private static final int PATIENCE = 600; // tenths of a second

    private final Process process;
    private final int port;

    private TemporalServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts it, and waits until it serves; skips the test where there is none.
    static TemporalServer started() throws IOException, InterruptedException {
        Optional<Path> found = find();
        assumeTrue(found.isPresent(), "no Temporal command line on the PATH: its server is not tested");
        int port = freePort();
        Process process = new ProcessBuilder(
                        found.orElseThrow().toString(),
                        "server",
                        "start-dev",
                        "--headless",
                        "--log-level",
                        "error",
                        "--port",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        TemporalServer server = new TemporalServer(process, port);
        for (int turn = 0; !server.answers(); turn++) {
            if (turn == PATIENCE || !process.isAlive()) {
                server.close();
                throw new AssertionError("Temporal does not come up");
            }
            Thread.sleep(100);
        }
        return server;
    }

    private static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, "temporal"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Lines of a `gangway.yaml` that let runs go on there.
    String settings() {
        return settings("");
    }

    /// @param more of what is below `temporal`
    String settings(String more) {
        return "workflow: {engine: temporal}\n" + reachable(more);
    }

    /// Lines of a `gangway.yaml` that let runs go on there that began there, and no others.
    String reachable() {
        return reachable("");
    }

    private String reachable(String more) {
        return "temporal: {address: \"127.0.0.1:%d\"%s}\n".formatted(port, more);
    }

    /// The history of a run, with all payloads as the texts that they are.
    String history(String run) throws IOException, InterruptedException {
        Process show = new ProcessBuilder(
                        find().orElseThrow().toString(),
                        "workflow",
                        "show",
                        "--address",
                        "127.0.0.1:" + port,
                        "--workflow-id",
                        run,
                        "--output",
                        "json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String json = new String(show.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(show.waitFor()).as(json).isZero();
        JsonNode history = Json.parse(json);
        return json
                + Stream.of("data", "encoding")
                        .flatMap(name -> history.findValuesAsText(name).stream())
                        .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
