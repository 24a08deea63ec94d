package dev.gangway.egress;

import dev.gangway.egress.Resolution.Admitted;
import dev.gangway.egress.Resolution.Refused;
import dev.gangway.egress.Resolution.Unknown;
import dev.gangway.egress.UpstreamException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Opens connections: the name is resolved once, and the address that the guard admitted is dialled.
///
/// @param connecting longest wait for the connection, and again for TLS
record Dialler(EgressGuard guard, SSLSocketFactory tls, Duration connecting) {
    Dialled dial(TargetUrl origin) throws UpstreamException {
        return switch (guard.resolve(origin.host())) {
            case Admitted(InetAddress address) -> connect(origin, address);
            case Refused(String reason) ->
                throw new UpstreamException(Kind.REFUSED_BY_POLICY, origin.host() + " may not be called: " + reason);
            case Unknown() ->
                throw new UpstreamException(Kind.UNREACHABLE, "the host " + origin.host() + " does not resolve");
        };
    }

    private Dialled connect(TargetUrl origin, InetAddress address) throws UpstreamException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, origin.port()), (int) connecting.toMillis());
            return new Dialled(socket, origin.encrypted() ? secured(socket, origin) : socket);
        } catch (SSLException untrusted) {
            close(socket);
            throw new UpstreamException(Kind.UNREACHABLE, "TLS failed: " + untrusted.getMessage());
        } catch (SocketTimeoutException slow) {
            close(socket);
            throw new UpstreamException(
                    Kind.UNREACHABLE, origin.host() + " took no connection within " + connecting.toMillis() + " ms");
        } catch (IOException refused) {
            close(socket);
            throw new UpstreamException(
                    Kind.UNREACHABLE, "there is no connection to " + origin.host() + ": " + refused.getMessage());
        }
    }

    private Socket secured(Socket plain, TargetUrl origin) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, origin.host(), origin.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout((int) connecting.toMillis());
        socket.startHandshake();
        socket.setSoTimeout(0);
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // as wanted
        }
    }
}
