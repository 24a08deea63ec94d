package dev.gangway.gateway;

import dev.gangway.base.Caller;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.egress.UpstreamRequest.Body;
import dev.gangway.egress.UpstreamResponse;
import dev.gangway.openapi.OperationModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/// A call whose request and answer are at hand as a whole: the proxy's way, without a connection to a client.
record WholeCall(Sending sending, Admission admission, Operations operations, Recorder recorder) {
    private static final int LARGEST = 8 << 20; // bytes of an answer

    /// A whole answer, and what went out for it.
    ///
    /// @param ready with the credentials that the request had in the end
    /// @param sent its body, credentials included
    record Exchanged(Answered answered, Ready ready, byte[] sent) {}

    Exchanged call(WorldId world, Caller caller, Wanted wanted) {
        Ready ready = sending.admit(world, caller, wanted.connection(), wanted.method());
        try (Admission.Place _ = admission.enter(ready.connection(), wanted.pass())) {
            return admitted(ready, caller, wanted);
        }
    }

    private Exchanged admitted(Ready ready, Caller caller, Wanted wanted) {
        if (!wanted.path().startsWith("/") || !Forwarding.staysBelow(wanted.path())) {
            throw new ProblemException(ErrorCode.REQUEST_INVALID, "the path must begin with / and not lead up (..)");
        }
        Optional<OperationModel> operation = operations.of(ready.connection(), wanted.method(), wanted.path());
        if (!caller.mayUse(operation.map(OperationModel::id).orElse(""))) {
            throw new ProblemException(ErrorCode.TOKEN_OUT_OF_SCOPE, "this operation is not among the token's");
        }
        Recorder.Running call = recorder.begin(new Recorder.Call(
                wanted.requestId(), caller, ready, operation, wanted.method(), wanted.path(), wanted.query()));
        try {
            return exchange(ready, wanted, operation, call);
        } catch (ProblemException refused) {
            call.failed(refused.code().name() + ": " + refused.detail());
            throw refused;
        } finally {
            call.end();
        }
    }

    private Exchanged exchange(Ready ready, Wanted wanted, Optional<OperationModel> operation, Recorder.Running call) {
        Optional<String> query = Optional.of(wanted.query()).filter(text -> !text.isEmpty());
        byte[] body = body(ready, wanted, operation, call);
        call.sending();
        Sent sent = sending.send(
                ready,
                new Outgoing(
                        wanted.method(),
                        injection -> Forwarding.resource(wanted.path(), query, injection),
                        injection -> Forwarding.headers(wanted.headers(), injection, false),
                        body.length == 0 ? new Body.None() : new Body.Bytes(body),
                        wanted.repeatable()));
        call.answered(sent);
        return new Exchanged(answered(sent, operation, call), sent.ready(), body);
    }

    private static Answered answered(Sent sent, Optional<OperationModel> operation, Recorder.Running call) {
        UpstreamResponse response = sent.response();
        try (InputStream body = call.down(response.body())) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ProblemException(ErrorCode.UPSTREAM_BROKEN, "the answer is larger than 8 MiB");
            }
            return new Answered(
                    response.status(),
                    Forwarding.answered(response.headers(), false),
                    bytes,
                    operation,
                    sent.ready().injection().literals());
        } catch (IOException broken) {
            throw new ProblemException(ErrorCode.UPSTREAM_BROKEN, "the answer broke off");
        }
    }

    private byte[] body(Ready ready, Wanted wanted, Optional<OperationModel> operation, Recorder.Running call) {
        if (wanted.body().length == 0) {
            return wanted.body();
        }
        Set<String> refused = operations.bodyNames(ready, operation);
        byte[] bytes = whole(call.up(new ByteArrayInputStream(wanted.body())));
        if (!refused.isEmpty()) {
            BodyCredentials.refuse(bytes, refused);
            bytes = BodyCredentials.inject(bytes, ready.injection().members());
        }
        return bytes;
    }

    private static byte[] whole(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new IllegalStateException("memory broke off", impossible);
        }
    }
}
