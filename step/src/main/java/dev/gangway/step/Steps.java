package dev.gangway.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Caller;
import dev.gangway.base.Ids;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.RawExchange.Header;
import dev.gangway.base.WorldId;
import dev.gangway.gateway.Answered;
import dev.gangway.gateway.Connection;
import dev.gangway.gateway.Gateway;
import dev.gangway.gateway.Transcript;
import dev.gangway.gateway.Wanted;
import dev.gangway.journal.CannedAnswer;
import dev.gangway.journal.Exchange;
import dev.gangway.journal.StepCaller;
import dev.gangway.openapi.OperationModel;
import dev.gangway.provider.Providers;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.StepKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;

/// Calls providers for runs, through the gateway: it fills the credentials in and writes the call down. Thread-safe.
public final class Steps implements StepCaller {
    private final Gateway gateway;
    private final Providers providers;
    private final IntSupplier ownPort;

    /// @param ownPort where this server listens, for connections that lead to itself
    public Steps(Gateway gateway, Providers providers, IntSupplier ownPort) {
        this.gateway = gateway;
        this.providers = providers;
        this.ownPort = ownPort;
    }

    @Override
    public boolean isRepeatable(Step step) {
        try {
            return step.kind() == StepKind.EMIT || prepare(step).isRepeatable();
        } catch (Misfit misfit) {
            return true; // nothing will be sent
        }
    }

    @Override
    public Optional<Duration> heldBack(Step step) {
        try {
            return gateway.heldBack(step.world(), prepare(step).connection(), step.key());
        } catch (Misfit | ProblemException nothingToSend) {
            return Optional.empty(); // the call itself will say so
        }
    }

    @Override
    public Outcome answered(Step step, CannedAnswer answer) {
        try {
            prepare(step);
            return Replies.outcome(new Answered(
                    answer.status(),
                    answer.retryAfter() == null
                            ? List.of()
                            : List.of(new Header(
                                    "Retry-After", answer.retryAfter().toString())),
                    answer.body() == null ? new byte[0] : Json.bytes(answer.body()),
                    Optional.empty(),
                    List.of()));
        } catch (Misfit misfit) {
            return Outcome.failed(misfit.kind(), String.valueOf(misfit.getMessage()));
        }
    }

    @Override
    public Outcome call(Step step) {
        return call(step, run(step));
    }

    @Override
    public Watched watch(Step step) {
        return made(step, prepared -> {
            Gateway.Watched watched = gateway.watch(step.world(), run(step), wanted(step, prepared));
            Transcript seen = watched.transcript();
            return new Watched(Replies.outcome(watched.answered()), new Exchange(seen.request(), seen.response()));
        });
    }

    private static Caller run(Step step) {
        return new Caller("run:" + step.run(), true);
    }

    /// Calls an operation for somebody else than a run, as far as `caller` may.
    ///
    /// @param key for the idempotency key of a call that has an effect
    /// @param arguments `{provider, operation, parameters, connection}`
    public Outcome operation(WorldId world, Caller caller, String key, JsonNode arguments) {
        return call(new Step(world, "", key, StepKind.OPENAPI, arguments, null, false), caller);
    }

    private Outcome call(Step step, Caller caller) {
        return made(
                        step,
                        prepared ->
                                unwatched(Replies.outcome(gateway.call(step.world(), caller, wanted(step, prepared)))))
                .outcome();
    }

    private Watched made(Step step, Function<Prepared, Watched> exchange) {
        Prepared prepared;
        try {
            prepared = prepare(step);
        } catch (Misfit misfit) {
            return unwatched(Outcome.failed(misfit.kind(), String.valueOf(misfit.getMessage())));
        }
        try {
            return exchange.apply(prepared);
        } catch (ProblemException refused) {
            return unwatched(Replies.outcome(refused, prepared.isRepeatable()));
        }
    }

    private static Watched unwatched(Outcome outcome) {
        return new Watched(outcome, null);
    }

    private static Wanted wanted(Step step, Prepared prepared) {
        List<Header> headers = new ArrayList<>(prepared.headers());
        if (!prepared.key().isIn(headers) && !Prepared.isIdempotent(prepared.method())) {
            headers.add(new Header(prepared.key().name(), step.key()));
        }
        return new Wanted(
                Ids.request(),
                step.key(),
                prepared.connection(),
                prepared.method(),
                prepared.path(),
                prepared.query(),
                headers,
                prepared.body(),
                prepared.isRepeatable());
    }

    private Prepared prepare(Step step) throws Misfit {
        JsonNode arguments = step.arguments();
        String name = arguments.path("connection").asText();
        if (name.isEmpty()) {
            throw new Misfit(ErrorKind.CONFIGURATION, "A call needs a connection: name one under authentication.use.");
        }
        Connection connection = connection(step.world(), name);
        KeyHeader key = KeyHeader.of(connection);
        return step.kind() == StepKind.HTTP
                ? UrlCall.prepare(arguments, server(connection), key)
                : OperationCall.prepare(arguments, operation(step.world(), connection, arguments), key);
    }

    private Connection connection(WorldId world, String name) throws Misfit {
        try {
            return gateway.usable(world, name);
        } catch (ProblemException gone) {
            throw new Misfit(ErrorKind.CONFIGURATION, "There is no connection " + name + ".");
        }
    }

    private String server(Connection connection) {
        String url = connection.server().isEmpty() ? "http://127.0.0.1:" + ownPort.getAsInt() : connection.server();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private OperationModel operation(WorldId world, Connection connection, JsonNode arguments) throws Misfit {
        String provider = arguments.path("provider").asText();
        if (!connection.provider().equals(provider)) {
            throw new Misfit(
                    ErrorKind.CONFIGURATION,
                    "The connection %s leads to %s, not to %s."
                            .formatted(connection.name(), connection.provider(), provider));
        }
        String operation = arguments.path("operation").asText();
        return providers
                .operation(world, provider, operation)
                .orElseThrow(
                        () -> new Misfit(ErrorKind.CONFIGURATION, provider + " has no operation " + operation + "."));
    }
}
