package dev.gangway.base;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/// A port of this machine at which nobody listens and nobody will: it is held, so whoever dials it is refused. A
/// port that was merely closed may be somebody else's a moment later.
public final class HeldPort implements AutoCloseable {
    private final Socket holding = new Socket();

    public HeldPort() throws IOException {
        holding.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public int number() {
        return holding.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        holding.close();
    }
}
