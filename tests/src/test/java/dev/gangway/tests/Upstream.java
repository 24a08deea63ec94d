package dev.gangway.tests;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// An upstream on a free port of this machine that shows what came over the wire, byte by byte, and answers as told.
final class Upstream implements AutoCloseable {
    private final ServerSocket listening;
    private final Behaviour behaviour;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    /// A request as it came.
    ///
    /// @param head request line and headers, CR LF between them
    record Seen(String head, byte[] body) {
        String line() {
            return head.lines().findFirst().orElseThrow();
        }

        /// All values of a header.
        List<String> all(String name) {
            return head.lines()
                    .skip(1)
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        Optional<String> header(String name) {
            return all(name).stream().findFirst();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /// Answers one request; throwing closes the connection.
    @FunctionalInterface
    interface Behaviour {
        void answer(Seen request, OutputStream out) throws IOException;
    }

    Upstream(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /// Answers every request with the same message.
    static Upstream answering(String message) {
        return new Upstream((_, out) -> out.write(message.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /// 200 with `{}`.
    static Upstream friendly() {
        return answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    int port() {
        return listening.getLocalPort();
    }

    List<Seen> seen() {
        return seen;
    }

    Seen last() {
        return seen.getLast();
    }

    int connections() {
        return connections.size();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (true) {
                String head = head(in);
                Seen request = new Seen(head, body(head, in));
                seen.add(request);
                behaviour.answer(request, connection.getOutputStream());
                connection.getOutputStream().flush();
            }
        } catch (IOException over) {
            // as told, or the other side has gone
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("closed");
            }
            head.write(read);
        }
        return head.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static byte[] body(String head, InputStream in) throws IOException {
        Seen request = new Seen(head, new byte[0]);
        Optional<String> length = request.header("Content-Length");
        if (length.isPresent()) {
            return in.readNBytes(Integer.parseInt(length.get()));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (request.header("Transfer-Encoding").isPresent()) {
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                body.write(in.readNBytes(size));
                in.readNBytes(2);
            }
            in.readNBytes(2);
        }
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
