package dev.gangway.egress;

import dev.gangway.base.Wait;
import java.io.IOException;
import java.io.OutputStream;

/// What goes to a socket, without a buffer.
final class WireOutput extends OutputStream {
    private final OutputStream socket;
    private final Wait wait;

    /// @param wait ends writes that last too long, because the other side reads nothing
    WireOutput(OutputStream socket, Wait wait) {
        this.socket = socket;
        this.wait = wait;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        wait.during(() -> {
            socket.write(from, offset, length);
            return length;
        });
    }
}
