package dev.gangway.egress;

import dev.gangway.base.Wait;
import java.io.IOException;
import java.io.InputStream;

/// What comes from a socket, with a buffer. For one thread, so that it takes no lock for each byte.
final class WireInput extends InputStream {
    private static final int BUFFER = 16 << 10;

    private final InputStream socket;
    private final Wait wait;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    /// @param wait ends reads that last too long
    WireInput(InputStream socket, Wait wait) {
        this.socket = socket;
        this.wait = wait;
    }

    @Override
    public int read() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at == end && length >= BUFFER) {
            return wait.during(() -> socket.read(into, offset, length));
        }
        if (length == 0) {
            return 0;
        }
        if (at == end && !fill()) {
            return -1;
        }
        int read = Math.min(length, end - at);
        System.arraycopy(buffer, at, into, offset, read);
        at += read;
        return read;
    }

    private boolean fill() throws IOException {
        int read = wait.during(() -> socket.read(buffer, 0, BUFFER));
        at = 0;
        end = Math.max(0, read);
        return read > 0;
    }
}
