package dev.gangway.gateway;

import dev.gangway.base.Caller;
import dev.gangway.base.Clocks;
import dev.gangway.base.RawExchange;
import dev.gangway.egress.UpstreamResponse;
import dev.gangway.openapi.OperationModel;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Watches calls and writes one record of each.
final class Recorder {
    private static final int MOST_KEPT = 256 << 10; // bytes of a body
    private static final List<String> REQUEST_ID_HEADERS = List.of("plaid-request-id", "x-request-id", "request-id");

    private final CallLog log;
    private final Clocks clocks;

    Recorder(CallLog log, Clocks clocks) {
        this.log = log;
        this.clocks = clocks;
    }

    /// What a call is, before it is made.
    record Call(
            String requestId,
            Caller caller,
            Ready ready,
            Optional<OperationModel> operation,
            String method,
            String path,
            String query) {}

    Running begin(RawExchange exchange, Caller caller, Ready ready, Optional<OperationModel> operation, String path) {
        return begin(new Call(
                exchange.id(),
                caller,
                ready,
                operation,
                exchange.method(),
                path,
                exchange.query().orElse("")));
    }

    Running begin(Call call) {
        return new Running(call, clocks.now(call.ready().connection().world()));
    }

    /// A call under way.
    final class Running {
        private final Call call;
        private final Instant at;
        private Ready ready;
        private final long begun = System.nanoTime();
        private long sent;
        private long answered;
        private @Nullable Caught up;
        private @Nullable Caught down;
        private @Nullable UpstreamResponse response;
        private @Nullable String error;
        private boolean brokeOff;

        private Running(Call call, Instant at) {
            this.call = call;
            this.at = at;
            this.ready = call.ready();
        }

        InputStream up(InputStream in) {
            Caught caught = new Caught(in, kept());
            up = caught;
            return caught;
        }

        InputStream down(InputStream in) {
            Caught caught = new Caught(in, kept());
            down = caught;
            return caught;
        }

        private int kept() {
            return call.ready().connection().logBodies() ? MOST_KEPT : 0;
        }

        void answered(Sent sent) {
            response = sent.response();
            ready = sent.ready();
            answered = System.nanoTime();
        }

        /// For browsers: how much of the time until now was the upstream's, and how much ours.
        String timing() {
            long upstream = answered - sent;
            long ours = System.nanoTime() - begun - upstream;
            StringBuilder text = new StringBuilder(48).append("gateway;dur=");
            appendMillis(text, ours).append(", upstream;dur=");
            return appendMillis(text, upstream).toString();
        }

        void sending() {
            sent = System.nanoTime();
        }

        void failed(String reason) {
            error = reason;
        }

        void brokeOff(String reason) {
            brokeOff = true;
            error = "the answer broke off: " + reason;
        }

        boolean brokeOff() {
            return brokeOff;
        }

        void end() {
            long now = System.nanoTime();
            Connection connection = call.ready().connection();
            UpstreamResponse given = response;
            log.add(new CallRecord(
                    connection.world(),
                    0,
                    at,
                    call.caller().name(),
                    call.requestId(),
                    connection.name(),
                    connection.provider(),
                    call.operation().map(OperationModel::id).orElse(null),
                    call.method(),
                    call.ready().destination().origin().authority(),
                    Masks.path(call.path(), call.query(), literals()),
                    given == null ? null : given.status(),
                    error,
                    up == null ? 0 : up.bytes(),
                    down == null ? 0 : down.bytes(),
                    micros(now - begun),
                    micros(answered == 0 ? 0 : answered - sent),
                    given == null ? null : requestId(given),
                    shown(
                            up,
                            caught -> Masks.request(
                                    caught.kept(), call.operation().orElse(null), literals())),
                    given == null
                            ? null
                            : shown(
                                    down,
                                    caught -> Masks.response(
                                            caught.kept(),
                                            given.status(),
                                            call.operation().orElse(null),
                                            literals()))));
        }

        private List<String> literals() {
            return ready.injection().literals();
        }

        private @Nullable String shown(@Nullable Caught caught, Function<Caught, String> masked) {
            if (caught == null || !call.ready().connection().logBodies()) {
                return null;
            }
            return caught.isWhole() ? masked.apply(caught) : "(not shown: " + caught.bytes() + " bytes)";
        }
    }

    private static @Nullable String requestId(UpstreamResponse response) {
        for (String name : REQUEST_ID_HEADERS) {
            Optional<String> id = response.header(name);
            if (id.isPresent()) {
                return id.get();
            }
        }
        return null;
    }

    /// To the hundredth.
    private static StringBuilder appendMillis(StringBuilder text, long nanoseconds) {
        long hundredths = (nanoseconds + 5_000) / 10_000;
        long part = hundredths % 100;
        return text.append(hundredths / 100).append(part < 10 ? ".0" : ".").append(part);
    }

    private static int micros(long nanoseconds) {
        return (int) Math.min(Integer.MAX_VALUE, nanoseconds / 1_000);
    }
}
