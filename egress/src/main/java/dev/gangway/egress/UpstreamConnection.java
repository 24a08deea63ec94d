package dev.gangway.egress;

import dev.gangway.base.Patience;
import dev.gangway.base.Wait;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// One open connection to an upstream.
final class UpstreamConnection implements Closeable {
    private static final int GLANCE = 1; // ms
    private static final long SURELY_OPEN = Duration.ofMillis(300).toNanos(); // nobody closes so soon
    private static final long LONGEST_IDLE = Duration.ofSeconds(20).toNanos();
    private static final long LONGEST_LIFE = Duration.ofMinutes(5).toNanos(); // then the name is looked up again

    private final Socket socket;
    private final Wait wait;
    private final InputStream in;
    private final OutputStream out;
    private final IdleConnections home;
    private final long opened = System.nanoTime();
    private long idleSince;

    UpstreamConnection(Dialled dialled, IdleConnections home, Patience patience) throws IOException {
        this.socket = dialled.socket();
        this.wait = patience.on(dialled::breakOff);
        this.home = home;
        this.in = new WireInput(socket.getInputStream(), wait);
        this.out = new WireOutput(socket.getOutputStream(), wait);
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    void giveBack() {
        idleSince = System.nanoTime();
        home.take(this);
    }

    /// Whether it can carry another request, as far as this side can tell.
    boolean isUsable() {
        long now = System.nanoTime();
        long idle = now - idleSince;
        if (idle > LONGEST_IDLE || now - opened > LONGEST_LIFE || wait.isOver()) {
            return false;
        }
        return idle < SURELY_OPEN || isSilent();
    }

    /// An idle upstream says nothing: what can be read is its farewell.
    private boolean isSilent() {
        try {
            socket.setSoTimeout(GLANCE);
            in.read();
            return false;
        } catch (SocketTimeoutException silent) {
            return looksAway();
        } catch (IOException broken) {
            return false;
        }
    }

    private boolean looksAway() {
        try {
            socket.setSoTimeout(0);
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        wait.end();
        socket.close();
    }
}
