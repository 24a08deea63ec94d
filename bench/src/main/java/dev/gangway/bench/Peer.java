package dev.gangway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// An HTTP server that is no product of ours, in a process of its own.
record Peer(Server server, URI url) implements AutoCloseable {
    /// @param command starts it on `port`
    static Peer start(String name, Path folder, int port, List<String> command) {
        Server server = Server.start(name, folder, command, () -> listens(port));
        return new Peer(server, URI.create("http://127.0.0.1:" + port));
    }

    /// A proxy in Java: a source file and the folder of its libraries, which takes its port, that of the upstream, and
    /// the
    /// value of the header to set.
    static Peer java(String name, Path root, Path folder, URI upstream, String authorization) {
        int port = freePort();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                root.resolve("bench/target/peers").resolve(name) + "/*",
                root.resolve("bench/peers").resolve(name).resolve("Proxy.java").toString(),
                Integer.toString(port),
                Integer.toString(upstream.getPort()),
                authorization);
        return start(name, folder, port, command);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static boolean listens(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
