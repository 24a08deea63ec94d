package dev.gangway.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A receiver on a free port of this machine that reads each request and then behaves as it is told, badly if
/// need be.
final class Receiver implements AutoCloseable {
    private final ServerSocket listening;
    private final Behaviour behaviour;
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    private Receiver(ServerSocket listening, Behaviour behaviour) {
        this.listening = listening;
        this.behaviour = behaviour;
    }

    /// What it does once it has read the request; the connection is closed when it returns.
    @FunctionalInterface
    interface Behaviour {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    static Receiver start(Behaviour behaviour) throws IOException {
        return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
    }

    static Receiver start(ServerSocket listening, Behaviour behaviour) {
        Receiver receiver = new Receiver(listening, behaviour);
        Thread.ofVirtual().start(receiver::serve);
        return receiver;
    }

    /// Sends `message` in one piece.
    static Receiver answering(String message) throws IOException {
        return start(out -> out.write(message.getBytes(StandardCharsets.UTF_8)));
    }

    int port() {
        return listening.getLocalPort();
    }

    TargetUrl url() {
        return TargetUrl.parse("http://127.0.0.1:" + port() + "/hook?a=b");
    }

    /// The next request as it came over the wire.
    String received() throws InterruptedException {
        return requests.take();
    }

    int requestsReceived() {
        return requests.size();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            requests.add(request(connection.getInputStream()));
            behaviour.answer(connection.getOutputStream());
        } catch (IOException | InterruptedException gone) {
            // the sender broke off
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder message = new StringBuilder();
        while (message.indexOf("\r\n\r\n") < 0) {
            message.append((char) in.read());
        }
        int length = Integer.parseInt(message.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        return message.append(new String(in.readNBytes(length), StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
