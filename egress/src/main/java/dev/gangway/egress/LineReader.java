package dev.gangway.egress;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Reads the lines of an HTTP message, and no more of them than a sane sender has.
final class LineReader {
    private final InputStream in;
    private int bytesLeft;

    LineReader(InputStream in, int bytesAtMost) {
        this.in = in;
        this.bytesLeft = bytesAtMost;
    }

    /// The next line without its CR LF (a bare LF ends it too), its bytes taken as ISO 8859-1.
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("the connection was closed before an answer");
            }
            if (--bytesLeft < 0) {
                throw new IOException("the head of the answer is too large");
            }
            line.append((char) read);
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }
}
