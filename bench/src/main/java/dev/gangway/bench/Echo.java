package dev.gangway.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// An upstream that answers every request without a body with `{}` at once, and costs next to nothing.
final class Echo implements AutoCloseable {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}".getBytes(US_ASCII);
    private static final int HEAD_ENDS = 0x0d0a0d0a; // CR LF CR LF
    private static final int BACKLOG = 200;

    private final ServerSocket listening;

    Echo() throws IOException {
        listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                connection.setTcpNoDelay(true);
                Thread.startVirtualThread(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            int last = 0; // four bytes
            for (int next = in.read(); next >= 0; next = in.read()) {
                last = last << 8 | next;
                if (last == HEAD_ENDS) {
                    out.write(ANSWER);
                }
            }
        } catch (IOException over) {
            // the other side has gone
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
