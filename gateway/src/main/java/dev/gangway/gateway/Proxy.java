package dev.gangway.gateway;

import dev.gangway.base.Caller;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.base.RawExchange;
import dev.gangway.base.RawExchange.Header;
import dev.gangway.base.WorldId;
import dev.gangway.egress.HeaderField;
import dev.gangway.egress.UpstreamRequest;
import dev.gangway.egress.UpstreamResponse;
import dev.gangway.openapi.Masking;
import dev.gangway.openapi.OperationModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// `ANY /gateway/{connection}/{path}`: the same request to the upstream, with the credentials in it, and the upstream's
/// answer back, byte for byte, both while they arrive.
final class Proxy {
    static final String PREFIX = "/gateway/";

    private static final int AT_HAND = 64 << 10; // bytes of a body that is read whole, to leave in one piece
    private static final int LARGEST_INSPECTED = 8 << 20; // bytes
    private static final int PIECE = 32 << 10; // bytes
    private static final String TOO_LARGE = "at most 8 MiB of JSON where bodies may carry credentials";

    private final Sending sending;
    private final Admission admission;
    private final Operations operations;
    private final Recorder recorder;

    Proxy(Sending sending, Admission admission, Operations operations, Recorder recorder) {
        this.sending = sending;
        this.admission = admission;
        this.operations = operations;
        this.recorder = recorder;
    }

    void handle(RawExchange exchange) {
        Caller caller = exchange.caller();
        String below = exchange.path().substring(PREFIX.length());
        int slash = below.indexOf('/');
        String name = slash < 0 ? below : below.substring(0, slash);
        String path = slash < 0 ? "/" : below.substring(slash);
        Ready ready = sending.admit(WorldId.MAIN, caller, name, exchange.method());
        if (!Forwarding.staysBelow(path)) {
            throw new ProblemException(ErrorCode.REQUEST_INVALID, "the path must not lead up (..)");
        }
        Optional<OperationModel> operation = operations.of(ready.connection(), exchange.method(), path);
        if (!caller.mayUse(operation.map(OperationModel::id).orElse(""))) {
            throw new ProblemException(ErrorCode.TOKEN_OUT_OF_SCOPE, "this operation is not among the token's");
        }
        Recorder.Running call = recorder.begin(exchange, caller, ready, operation, path);
        try (Admission.Place _ = admission.enter(ready.connection(), exchange.id())) {
            pass(exchange, caller, ready, operation, path, call);
        } catch (ProblemException refused) {
            call.failed(refused.code().name() + ": " + refused.detail());
            throw refused;
        } finally {
            call.end();
        }
    }

    private void pass(
            RawExchange exchange,
            Caller caller,
            Ready ready,
            Optional<OperationModel> operation,
            String path,
            Recorder.Running call) {
        boolean visitor = caller.isVisitor();
        UpstreamRequest.Body body = body(exchange, ready, operation, call);
        call.sending();
        Sent sent = sending.send(
                ready,
                new Outgoing(
                        exchange.method(),
                        injection -> Forwarding.resource(path, exchange.query(), injection),
                        injection -> Forwarding.headers(exchange.headers(), injection, visitor),
                        body,
                        ready.connection().isKeyed(exchange.headers().stream().map(RawExchange.Header::name))));
        call.answered(sent);
        answer(exchange, visitor ? concealed(exchange, sent) : sent.response(), visitor, call);
    }

    private UpstreamRequest.Body body(
            RawExchange exchange, Ready ready, Optional<OperationModel> operation, Recorder.Running call) {
        if (!exchange.hasBody()) {
            return new UpstreamRequest.Body.None();
        }
        InputStream in = call.up(exchange.body());
        Set<String> refused = operations.bodyNames(ready, operation);
        boolean inspected = !refused.isEmpty() && isJson(exchange);
        if (inspected || (exchange.length() >= 0 && exchange.length() <= AT_HAND)) {
            byte[] bytes = whole(in);
            if (inspected) {
                BodyCredentials.refuse(bytes, refused);
                bytes = BodyCredentials.inject(bytes, ready.injection().members());
            }
            return new UpstreamRequest.Body.Bytes(bytes);
        }
        return new UpstreamRequest.Body.Stream(in, exchange.length());
    }

    /// A body that does not say what it is may be taken for JSON.
    private static boolean isJson(RawExchange exchange) {
        String type = exchange.header("Content-Type").orElse("application/json").toLowerCase(Locale.ROOT);
        return type.contains("json") || type.startsWith("text/plain");
    }

    private static byte[] whole(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(LARGEST_INSPECTED + 1);
            if (bytes.length > LARGEST_INSPECTED) {
                throw new ProblemException(ErrorCode.BODY_TOO_LARGE, TOO_LARGE);
            }
            return bytes;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// For a page: no script of it gets to know what was injected, though the upstream repeat it.
    private static UpstreamResponse concealed(RawExchange exchange, Sent sent) {
        List<String> literals = sent.ready().injection().literals();
        UpstreamResponse response = sent.response();
        return literals.isEmpty() || response.length() == 0 || exchange.method().equals("HEAD")
                ? response
                : new UpstreamResponse(
                        response.status(),
                        response.headers().stream()
                                .map(field -> new HeaderField(field.name(), Masking.text(field.value(), literals)))
                                .toList(),
                        -1,
                        new Concealing(response.body(), literals));
    }

    private static void answer(
            RawExchange exchange, UpstreamResponse response, boolean visitor, Recorder.Running call) {
        List<Header> headers = new ArrayList<>(Forwarding.answered(response.headers(), visitor));
        headers.add(new Header("Gangway-Request-Id", exchange.id()));
        headers.add(new Header("Server-Timing", call.timing()));
        try (InputStream body = call.down(response.body())) {
            if (response.length() >= 0 && response.length() <= AT_HAND) {
                exchange.answer(response.status(), headers, body.readNBytes((int) response.length()));
            } else {
                stream(exchange, response, headers, body, call);
            }
        } catch (IOException broken) {
            throw new ProblemException(ErrorCode.UPSTREAM_BROKEN, "the answer broke off");
        }
    }

    private static void stream(
            RawExchange exchange,
            UpstreamResponse response,
            List<Header> headers,
            InputStream body,
            Recorder.Running call) {
        byte[] piece = new byte[PIECE];
        OutputStream out = exchange.begin(response.status(), headers, response.length());
        try {
            for (int read = next(body, piece, call); read >= 0; read = next(body, piece, call)) {
                out.write(piece, 0, read);
                if (read < piece.length) {
                    out.flush(); // a stream of events must not wait for more
                }
            }
            if (call.brokeOff()) {
                exchange.abort();
            } else {
                out.close();
            }
        } catch (IOException | UncheckedIOException clientGone) {
            call.failed("the client went away");
            exchange.abort();
        }
    }

    private static int next(InputStream body, byte[] piece, Recorder.Running call) {
        try {
            return body.read(piece);
        } catch (IOException broken) {
            call.brokeOff(String.valueOf(broken.getMessage()));
            return -1;
        }
    }
}
