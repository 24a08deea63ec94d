package dev.gangway.egress;

import dev.gangway.egress.Outcome.Answered;
import dev.gangway.egress.Outcome.Unanswered;
import dev.gangway.egress.Resolution.Admitted;
import dev.gangway.egress.Resolution.Refused;
import dev.gangway.egress.Resolution.Unknown;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One request on a connection of its own. Run it on any thread and read [#outcome] from any other, at any
/// time: it is what is known by then. An answer counts as soon as its head is read; its body is only shown.
final class Exchange implements Runnable {
    private final EgressGuard guard;
    private final SSLSocketFactory tls;
    private final TargetUrl url;
    private final byte[] request;
    private final Socket connection = new Socket();
    private volatile Outcome outcome;

    /// @param request the whole message, head and body
    /// @param unanswered the outcome as long as nothing is known
    Exchange(EgressGuard guard, SSLSocketFactory tls, TargetUrl url, byte[] request, Unanswered unanswered) {
        this.guard = guard;
        this.tls = tls;
        this.url = url;
        this.request = request;
        this.outcome = unanswered;
    }

    Outcome outcome() {
        return outcome;
    }

    /// Breaks off whatever is under way. The plain socket is closed under TLS: a polite TLS close waits for the
    /// other.
    void abort() {
        try {
            connection.close();
        } catch (IOException alreadyBroken) {
            // as wanted
        }
    }

    @Override
    public void run() {
        switch (guard.resolve(url.host())) {
            case Admitted(InetAddress address) -> exchangeWith(address);
            case Refused(String reason) -> outcome = new Unanswered("refused to call " + url.host() + ": " + reason);
            case Unknown() -> outcome = new Unanswered("the host " + url.host() + " does not resolve");
        }
    }

    private void exchangeWith(InetAddress address) {
        try {
            connection.connect(new InetSocketAddress(address, url.port()));
            Socket socket = url.encrypted() ? secured() : connection;
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            ResponseHead head = ResponseHead.read(in);
            outcome = new Answered(head.status(), "");
            outcome = new Answered(head.status(), Excerpt.read(in, head));
        } catch (ConnectException refused) {
            outcome = new Unanswered("the connection was refused");
        } catch (SSLException untrusted) {
            outcome = new Unanswered("TLS failed: " + untrusted.getMessage());
        } catch (IOException broken) {
            outcome = new Unanswered(String.valueOf(broken.getMessage()));
        } finally {
            abort();
        }
    }

    private Socket secured() throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(connection, url.host(), url.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
