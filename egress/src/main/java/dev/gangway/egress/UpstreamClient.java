package dev.gangway.egress;

import dev.gangway.base.Patience;
import dev.gangway.egress.UpstreamException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Calls upstreams over HTTP/1.1 on connections that are kept, and hands their answers over while they arrive. No
/// redirect is followed, nothing is decoded. Thread-safe; each call blocks its (virtual) thread.
///
/// Why not a client library: those at hand resolve names out of the guard's sight, or rewrite headers and bodies on
/// the way, or need a second thread for each call.
public final class UpstreamClient implements AutoCloseable {
    private static final int MOST_ORIGINS = 1_000;

    private final Dialler dialler;
    private final Duration longestWait;
    private final Patience patience;
    private final Map<String, IdleConnections> origins = new ConcurrentHashMap<>();

    /// @param connecting longest wait for a connection
    /// @param patience longest wait for the head of an answer, and for each piece of its body
    public UpstreamClient(EgressGuard guard, Duration connecting, Duration patience) {
        this(guard, (SSLSocketFactory) SSLSocketFactory.getDefault(), connecting, patience);
    }

    UpstreamClient(EgressGuard guard, SSLSocketFactory tls, Duration connecting, Duration patience) {
        this.dialler = new Dialler(guard, tls, connecting);
        this.longestWait = patience;
        this.patience = new Patience(patience);
    }

    /// Sends a request and reads the head of the answer.
    ///
    /// @param origin whose scheme, host and port count
    /// @throws UpstreamException when there is no answer
    public UpstreamResponse send(TargetUrl origin, UpstreamRequest request) throws UpstreamException {
        IdleConnections idle = idleTo(origin);
        UpstreamConnection kept = idle.give();
        if (kept != null) {
            @Nullable UpstreamResponse response = onKept(kept, origin, request);
            if (response != null) {
                return response;
            }
        }
        UpstreamConnection fresh = open(origin, idle);
        try {
            return exchange(fresh, origin, request);
        } catch (IOException broken) {
            close(fresh);
            throw failure(broken);
        }
    }

    /// Null when the connection had died while it was idle, and the request may go out again.
    private @Nullable UpstreamResponse onKept(UpstreamConnection connection, TargetUrl origin, UpstreamRequest request)
            throws UpstreamException {
        try {
            return exchange(connection, origin, request);
        } catch (IOException broken) {
            close(connection);
            boolean silently = !(broken instanceof SocketTimeoutException) && !(broken instanceof UpstreamException);
            if (silently && request.replayable() && request.canBeSentAgain()) {
                return null;
            }
            throw failure(broken);
        }
    }

    private UpstreamResponse exchange(UpstreamConnection connection, TargetUrl origin, UpstreamRequest request)
            throws IOException {
        @Nullable IOException unsent = null;
        try {
            RequestWriter.write(connection.out(), origin.authority(), request);
        } catch (IOException refused) {
            unsent = refused; // an upstream may answer and hang up before it has read everything
        }
        giveWay();
        MessageHead head = head(connection, request, unsent);
        boolean lasting = head.lasting() && unsent == null;
        MessageHead framed = new MessageHead(head.status(), head.headers(), head.chunked(), head.length(), lasting);
        return new UpstreamResponse(head.status(), head.headers(), head.length(), new BodyInput(connection, framed));
    }

    /// Others go on first: then the answer is often there, and nobody has to be woken for it.
    @SuppressWarnings("ThreadPriorityCheck") // for speed alone
    private static void giveWay() {
        Thread.yield();
    }

    private static MessageHead head(
            UpstreamConnection connection, UpstreamRequest request, @Nullable IOException unsent) throws IOException {
        try {
            return MessageHead.read(connection.in(), request.method());
        } catch (IOException noAnswer) {
            throw unsent == null ? noAnswer : unsent;
        }
    }

    private UpstreamConnection open(TargetUrl origin, IdleConnections idle) throws UpstreamException {
        try {
            return new UpstreamConnection(dialler.dial(origin), idle, patience);
        } catch (UpstreamException known) {
            throw known;
        } catch (IOException broken) {
            throw new UpstreamException(Kind.UNREACHABLE, String.valueOf(broken.getMessage()));
        }
    }

    private IdleConnections idleTo(TargetUrl origin) {
        if (origins.size() > MOST_ORIGINS) {
            forget();
        }
        String key = (origin.encrypted() ? "https://" : "http://") + origin.authority();
        return origins.computeIfAbsent(key, _ -> new IdleConnections());
    }

    private UpstreamException failure(IOException broken) {
        return switch (broken) {
            case UpstreamException known -> known;
            case SocketTimeoutException _ ->
                new UpstreamException(Kind.TIMEOUT, "there was no answer within " + longestWait.toMillis() + " ms");
            case EOFException _ -> new UpstreamException(Kind.BROKEN, "the connection was closed before an answer");
            default -> new UpstreamException(Kind.BROKEN, String.valueOf(broken.getMessage()));
        };
    }

    private static void close(UpstreamConnection connection) {
        try {
            connection.close();
        } catch (IOException alreadyBroken) {
            // as wanted
        }
    }

    /// Closes the idle connections; those in use end with their answers.
    @Override
    public void close() {
        forget();
        patience.close();
    }

    private void forget() {
        origins.values().forEach(IdleConnections::close);
        origins.clear();
    }
}
