package dev.gangway.gateway;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Counts what flows by, and keeps the beginning of it where that is wanted.
final class Caught extends FilterInputStream {
    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long bytes;

    /// @param most how many bytes are kept; 0 for none
    Caught(InputStream in, int most) {
        super(in);
        this.most = most;
    }

    long bytes() {
        return bytes;
    }

    /// Whether everything that flowed by was kept.
    boolean isWhole() {
        return bytes == kept.size();
    }

    String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }

    byte[] kept() {
        return kept.toByteArray();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        if (read > 0) {
            bytes += read;
            kept.write(into, offset, Math.min(read, most - kept.size()));
        }
        return read;
    }
}
