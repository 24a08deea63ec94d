package dev.gangway.base;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.PeerInfo;
import io.helidon.common.socket.SocketWriter;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/// What the HTTP library knows of a connection, which it reads and writes through the watched socket.
record WatchedWire(ConnectionContext given, WatchedSocket serverSocket, DataReader dataReader, DataWriter dataWriter)
        implements ConnectionContext {
    static WatchedWire over(ConnectionContext given, WatchedSocket socket) {
        return new WatchedWire(given, socket, DataReader.create(socket), SocketWriter.create(socket));
    }

    @Override
    public ListenerContext listenerContext() {
        return given.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return given.executor();
    }

    @Override
    public Router router() {
        return given.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return given.proxyProtocolData();
    }

    @Override
    public PeerInfo remotePeer() {
        return given.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return given.localPeer();
    }

    @Override
    public boolean isSecure() {
        return given.isSecure();
    }

    @Override
    public String socketId() {
        return given.socketId();
    }

    @Override
    public String childSocketId() {
        return given.childSocketId();
    }
}
