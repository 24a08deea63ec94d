package dev.gangway.egress;

import dev.gangway.egress.UpstreamRequest.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes a request: head and body at once where the body is at hand, for a head alone would wait for the other
/// side's acknowledgement.
final class RequestWriter {
    private static final int PIECE = 32 << 10; // bytes
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private RequestWriter() {}

    static void write(OutputStream out, String authority, UpstreamRequest request) throws IOException {
        switch (request.body()) {
            case Body.None() -> out.write(latin(head(authority, request, noBody(request.method()))));
            case Body.Bytes(byte[] bytes) -> {
                byte[] head = latin(head(authority, request, "Content-Length: " + bytes.length + "\r\n"));
                byte[] message = new byte[head.length + bytes.length];
                System.arraycopy(head, 0, message, 0, head.length);
                System.arraycopy(bytes, 0, message, head.length, bytes.length);
                out.write(message);
            }
            case Body.Stream(InputStream in, long length)
            when length >= 0 -> {
                out.write(latin(head(authority, request, "Content-Length: " + length + "\r\n")));
                copy(in, out, length);
            }
            case Body.Stream(InputStream in, long _) -> {
                out.write(latin(head(authority, request, "Transfer-Encoding: chunked\r\n")));
                copyInChunks(in, out);
            }
        }
        out.flush();
    }

    /// Servers want a length where a body would be usual.
    private static String noBody(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH") ? "Content-Length: 0\r\n" : "";
    }

    private static String head(String authority, UpstreamRequest request, String framing) {
        StringBuilder head = new StringBuilder(512);
        head.append(request.method()).append(' ').append(request.resource()).append(" HTTP/1.1\r\nHost: ");
        head.append(authority).append("\r\n");
        for (HeaderField field : request.headers()) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        return head.append(framing).append("\r\n").toString();
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = length;
        while (left > 0) {
            int read = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                throw new IOException("the request's body broke off");
            }
            out.write(piece, 0, read);
            left -= read;
        }
    }

    private static void copyInChunks(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            if (read > 0) {
                out.write(latin(Integer.toHexString(read) + "\r\n"));
                out.write(piece, 0, read);
                out.write(LINE_END);
            }
        }
        out.write(LAST_CHUNK);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
