package dev.gangway.base;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ProtocolConfig;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;

/// HTTP/1.1 connections whose clients may not keep us waiting: for their next request, for the rest of one, or to
/// take an answer. The HTTP library waits for all of that without end.
final class WatchedConnections implements ServerConnectionSelector, AutoCloseable {
    private final Http1ConnectionSelector http;
    private final Patience patience;
    private final Duration longest;

    /// @param longest of one wait; a request's head must be whole within it too
    WatchedConnections(Duration longest) {
        this.longest = longest;
        this.patience = new Patience(longest);
        this.http = Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                        .addReceiveListener(new Heads())
                        .receiveLog(false)
                        .sendLog(false)
                        .build())
                .build();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        WatchedSocket socket = new WatchedSocket(context.serverSocket(), patience, longest);
        return new WatchedConnection(http.connection(WatchedWire.over(context, socket)), socket);
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    @Override
    public void close() {
        patience.close();
    }

    /// Takes the place of the HTTP library's own connections, which it adds for a protocol that nobody names.
    record Protocol(String type, String name) implements ProtocolConfig {
        Protocol() {
            this("http_1_1", "http_1_1");
        }
    }

    /// Tells the socket where the head of a request begins, once its first line is there, and ends.
    private static final class Heads implements Http1ConnectionListener {
        @Override
        public void prologue(ConnectionContext wire, HttpPrologue firstLine) {
            ((WatchedWire) wire).serverSocket().beginHead();
        }

        @Override
        public void headers(ConnectionContext wire, Headers headers) {
            ((WatchedWire) wire).serverSocket().endHead();
        }
    }
}
