package dev.gangway.egress;

import dev.gangway.egress.Fetched.Failed;
import dev.gangway.egress.Fetched.Got;
import dev.gangway.egress.Resolution.Admitted;
import dev.gangway.egress.Resolution.Refused;
import dev.gangway.egress.Resolution.Unknown;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One GET on a connection of its own. Run it on any thread; read [#fetched] when it has ended.
final class Download implements Runnable {
    private static final int CHUNK_HEADS_LARGEST = 1 << 20; // bytes over all chunks
    private static final int BUFFER = 64 << 10;

    private final EgressGuard guard;
    private final TargetUrl url;
    private final int mostBytes;
    private final Socket connection = new Socket();
    private volatile Fetched fetched = new Failed("there was no answer");

    Download(EgressGuard guard, TargetUrl url, int mostBytes) {
        this.guard = guard;
        this.url = url;
        this.mostBytes = mostBytes;
    }

    Fetched fetched() {
        return fetched;
    }

    void abort() {
        try {
            connection.close();
        } catch (IOException alreadyBroken) {
            // as wanted
        }
    }

    @Override
    public void run() {
        fetched = switch (guard.resolve(url.host())) {
            case Admitted(InetAddress address) -> from(address);
            case Refused(String reason) -> new Failed("refused to call " + url.host() + ": " + reason);
            case Unknown() -> new Failed("the host " + url.host() + " does not resolve");
        };
    }

    private Fetched from(InetAddress address) {
        try {
            connection.connect(new InetSocketAddress(address, url.port()));
            Socket socket = url.encrypted() ? secured() : connection;
            socket.getOutputStream().write(request());
            socket.getOutputStream().flush();
            InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            ResponseHead head = ResponseHead.read(in);
            if (head.status() >= 300 && head.status() <= 399) {
                return new Failed("it answered " + head.status() + "; redirects are not followed, give the final URL");
            }
            return head.status() == 200 ? body(in, head) : new Failed("it answered " + head.status());
        } catch (ConnectException refused) {
            return new Failed("the connection was refused");
        } catch (SSLException untrusted) {
            return new Failed("TLS failed: " + untrusted.getMessage());
        } catch (IOException | NumberFormatException broken) {
            return new Failed(String.valueOf(broken.getMessage()));
        } finally {
            abort();
        }
    }

    private Fetched body(InputStream in, ResponseHead head) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
        boolean whole = head.chunked() ? copyChunks(in, bytes) : copy(in, bytes, head.length());
        return whole ? new Got(bytes.toByteArray()) : new Failed("it has more than " + mostBytes + " bytes");
    }

    private boolean copyChunks(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        LineReader lines = new LineReader(in, CHUNK_HEADS_LARGEST);
        for (long size = size(lines.next()); size > 0; size = size(lines.next())) {
            if (!copy(in, bytes, size)) {
                return false;
            }
            lines.next(); // the line break after each chunk
        }
        return true;
    }

    private static long size(String head) {
        return Long.parseLong(head.split(";", 2)[0].strip(), 16);
    }

    /// False when there is more than is allowed.
    private boolean copy(InputStream in, ByteArrayOutputStream bytes, long length) throws IOException {
        boolean ends = length == Long.MAX_VALUE;
        long room = (long) mostBytes - bytes.size();
        if (!ends && length > room) {
            return false;
        }
        byte[] read = in.readNBytes((int) Math.min(length, room + 1));
        if (!ends && read.length < length) {
            throw new EOFException("the answer broke off after " + (bytes.size() + read.length) + " bytes");
        }
        bytes.writeBytes(read);
        return read.length <= room;
    }

    private byte[] request() {
        return ("GET " + url.resource() + " HTTP/1.1\r\nHost: " + url.authority()
                        + "\r\nAccept: application/yaml, application/json, text/plain, */*\r\nAccept-Encoding: identity"
                        + "\r\nUser-Agent: gangway\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Socket secured() throws IOException {
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) tls.createSocket(connection, url.host(), url.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
