package dev.gangway.base;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The socket of a client, with an end to each wait for it.
final class WatchedSocket implements HelidonSocket {
    private static final int PIECE = 64 << 10; // bytes of a large answer that a client takes within one wait

    private final HelidonSocket socket;
    private final Wait wait;
    private final long longest; // ns
    private boolean inHead;
    private long headBegun;

    WatchedSocket(HelidonSocket socket, Patience patience, Duration longest) {
        this.socket = socket;
        this.wait = patience.on(this::breakOff);
        this.longest = longest.toNanos();
    }

    private void breakOff() {
        try {
            socket.close();
        } catch (UncheckedIOException alreadyBroken) {
            // as wanted
        }
    }

    /// From now on a request's head is read, which must end within one longest wait.
    void beginHead() {
        inHead = true;
        headBegun = System.nanoTime();
    }

    void endHead() {
        inHead = false;
    }

    /// There will be no more waits.
    void end() {
        wait.end();
    }

    @Override
    public byte @Nullable [] get() {
        if (inHead && System.nanoTime() - headBegun > longest) {
            throw new CloseConnectionException("the head of a request took too long");
        }
        try {
            return during(socket::get);
        } catch (UncheckedIOException gone) {
            throw new ServerConnectionException("the client is gone", gone); // as the HTTP library's own
        }
    }

    @Override
    @SuppressWarnings("removal")
    public int read(BufferData into) {
        return during(() -> socket.read(into));
    }

    @Override
    public void write(BufferData from) {
        while (from.available() > PIECE) {
            byte[] piece = new byte[PIECE];
            int read = from.read(piece);
            writeAtOnce(BufferData.create(piece, 0, read));
        }
        writeAtOnce(from);
    }

    private void writeAtOnce(BufferData from) {
        during(() -> {
            socket.write(from);
            return from;
        });
    }

    private <T> T during(Wait.Blocking<T> operation) {
        try {
            return wait.during(operation);
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    @Override
    public void idle() {
        socket.idle();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public PeerInfo remotePeer() {
        return socket.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return socket.localPeer();
    }

    @Override
    public boolean isSecure() {
        return socket.isSecure();
    }

    @Override
    public String socketId() {
        return socket.socketId();
    }

    @Override
    public String childSocketId() {
        return socket.childSocketId();
    }
}
