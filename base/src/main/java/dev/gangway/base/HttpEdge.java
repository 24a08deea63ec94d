package dev.gangway.base;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The one edge through which every request enters: request id, limits, who may call, and the words for what
/// went wrong. Each request runs on a virtual thread of its own.
public final class HttpEdge implements AutoCloseable {
    private final long maxBodyBytes;
    private final Router router;
    private final ErrorStyle pages;
    private final Gate gate;
    private final RequestLog log;
    private final List<RawRoutes> raw;
    private final WatchedConnections connections;
    private final WebServer server;

    private HttpEdge(
            EdgeConfig config, Router router, ErrorStyle pages, List<RawRoutes> raw, Gate gate, RequestLog log) {
        this.maxBodyBytes = config.maxBodyBytes();
        this.router = router;
        this.pages = pages;
        this.raw = List.copyOf(raw);
        this.gate = gate;
        this.log = log;
        this.connections = new WatchedConnections(config.clientTimeout());
        this.server = WebServer.builder()
                .host(config.host())
                .port(config.port())
                .shutdownHook(false)
                .shutdownGracePeriod(config.drain())
                .useNio(false) // Helidon 4.4's channels lose what does not fit into the socket's buffer at once
                .addProtocol(new WatchedConnections.Protocol())
                .addConnectionSelector(connections)
                .connectionOptions(options -> options.tcpNoDelay(true)) // a head must not wait for its body
                .directHandlers(new TransportFailures(router, config).handlers())
                .routing(routing -> routing.any(this::serve))
                .build();
    }

    /// Loads what [#start] needs of the HTTP library and does not depend on anything. Worth a tenth of a second or two
    /// when it happens beside something that waits; not needed otherwise.
    public static void prepare() {
        SharedMappers.use();
    }

    /// Binds and serves.
    ///
    /// @param raw what streams
    /// @param elsewhere words failures on paths that no table comes near to
    /// @param pages does for those who want HTML
    /// @throws IllegalStateException when the address is taken, naming it
    public static HttpEdge start(
            EdgeConfig config,
            List<RouteTable> tables,
            List<RawRoutes> raw,
            ErrorStyle elsewhere,
            ErrorStyle pages,
            Authenticator authenticator,
            RequestObserver observer) {
        prepare();
        HttpEdge edge = new HttpEdge(
                config,
                new Router(tables, elsewhere),
                pages,
                raw,
                new Gate(authenticator, config.allowedHosts()),
                new RequestLog(observer));
        try {
            edge.server.start();
        } catch (RuntimeException taken) {
            throw new IllegalStateException(
                    "cannot listen on " + config.host() + ":" + config.port() + ": " + rootMessage(taken), taken);
        }
        return edge;
    }

    /// The port that is bound, also when the configuration said 0.
    public int port() {
        return server.port();
    }

    private void serve(ServerRequest from, ServerResponse to) {
        long begun = System.nanoTime();
        String id = Ids.request();
        String method = from.prologue().method().text();
        String path = from.path().rawPath();
        for (RawRoutes routes : raw) {
            if (path.startsWith(routes.prefix())) {
                serveRaw(routes, new ServedExchange(id, gate, from, to), from, to, begun);
                return;
            }
        }
        Router.Match match = wordedFor(from, router.match(method, path));
        BoundedBody body = BoundedBody.read(from, maxBodyBytes);
        Answer answer = body.isTooLarge()
                ? match.errors()
                        .render(id, new Failure.BodyTooLarge(maxBodyBytes))
                        .withHeader("Connection", "close")
                : answer(match, id, path, from, body.bytes());
        boolean close = body.isTooLarge() || asksToClose(from);
        if (close) {
            to.header(HeaderValues.CONNECTION_CLOSE);
        }
        send(answer, id, to);
        log.served(id, method, path, match, answer.status(), body.bytes().length, System.nanoTime() - begun);
        if (close) { // the server would wait for another request on this connection
            throw new CloseConnectionException("closing as asked");
        }
    }

    private void serveRaw(
            RawRoutes routes, ServedExchange exchange, ServerRequest from, ServerResponse to, long begun) {
        try {
            gate.checkHost(from.authority());
            routes.handler().handle(exchange);
        } catch (RuntimeException thrown) {
            if (exchange.status() != 0) {
                throw thrown;
            }
            ErrorCode code = thrown instanceof ProblemException known ? known.code() : ErrorCode.INTERNAL;
            Answer answer = ErrorStyle.PROBLEM_JSON.render(exchange.id(), new Failure.Thrown(thrown));
            if (exchange.hasBody()) { // the rest of it may still be on the wire
                to.header(HeaderValues.CONNECTION_CLOSE);
            }
            send(answer.withHeader("Gangway-Error", code.name()), exchange.id(), to);
            exchange.failed(answer.status());
            if (code == ErrorCode.INTERNAL) {
                log.failed(exchange.id(), new Router.Match.UnknownPath(ErrorStyle.PROBLEM_JSON), thrown);
            }
        }
        log.streamed(exchange, routes.prefix(), System.nanoTime() - begun);
        if (exchange.isAborted() || asksToClose(from)) {
            throw new CloseConnectionException("closing, the answer is over or broken off");
        }
    }

    private Answer answer(Router.Match match, String id, String path, ServerRequest from, byte[] body) {
        try {
            gate.checkHost(from.authority());
            return switch (match) {
                case Router.Match.Found found -> found.route().handler().handle(request(found, id, from, body));
                case Router.Match.WrongMethod wrong ->
                    wrong.errors().render(id, new Failure.WrongMethod(wrong.allow()));
                case Router.Match.UnknownPath unknown -> unknown.errors().render(id, new Failure.UnknownPath(path));
            };
        } catch (RuntimeException thrown) {
            Answer answer = match.errors().render(id, new Failure.Thrown(thrown));
            if (answer.status() >= 500) {
                log.failed(id, match, thrown);
            }
            return answer;
        }
    }

    /// A browser that went astray gets a page.
    private Router.Match wordedFor(ServerRequest from, Router.Match match) {
        return router.isElsewhere(match) && header(from, "Accept").orElse("").contains("text/html")
                ? new Router.Match.UnknownPath(pages)
                : match;
    }

    private Request request(Router.Match.Found found, String id, ServerRequest from, byte[] body) {
        Map<String, String> query = query(from);
        gate.checkText(found.parameters());
        gate.checkText(query);
        Caller caller = gate.admit(found.route().access(), name -> header(from, name));
        return new Request(id, found.route(), found.parameters(), query, name -> header(from, name), body, caller);
    }

    /// The header is a list on one line or several, and `close` may stand anywhere in it.
    private static boolean asksToClose(ServerRequest from) {
        return from.headers().contains(HeaderNames.CONNECTION)
                && from.headers().get(HeaderNames.CONNECTION).allValues().stream()
                        .flatMap(line -> Stream.of(line.split(",", -1)))
                        .anyMatch(option -> option.strip().equalsIgnoreCase("close"));
    }

    private static Optional<String> header(ServerRequest from, String name) {
        return from.headers().first(HeaderNames.create(name));
    }

    private static Map<String, String> query(ServerRequest from) {
        if (from.query().isEmpty()) {
            return Map.of();
        }
        Map<String, String> query = new HashMap<>();
        from.query().names().forEach(name -> query.put(name, from.query().get(name)));
        return query;
    }

    private void send(Answer answer, String id, ServerResponse to) {
        to.status(answer.status());
        to.header("x-request-id", id);
        to.header("Cache-Control", "no-store");
        to.header("X-Content-Type-Options", "nosniff");
        answer.headers().forEach((name, value) -> to.headers().set(HeaderNames.create(name), value));
        switch (answer.body()) {
            case Answer.Body.Bytes(byte[] bytes) -> to.send(bytes);
            case Answer.Body.Stream(Answer.Body.Writer writer) -> StreamedBody.write(writer, to.outputStream());
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /// Stops accepting, waits for the requests under way (at most `drain`), closes.
    @Override
    public void close() {
        server.stop();
        connections.close();
    }
}
