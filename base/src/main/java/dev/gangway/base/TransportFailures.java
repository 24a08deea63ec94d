package dev.gangway.base;

import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportRequest;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/// Words what the HTTP server itself refuses (a body over the limit, bytes that are not HTTP) in the style of the
/// path, so that a client never meets a third kind of error.
final class TransportFailures implements DirectHandler {
    private final Router router;
    private final EdgeConfig config;

    TransportFailures(Router router, EdgeConfig config) {
        this.router = router;
        this.config = config;
    }

    DirectHandlers handlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, this);
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        String id = Ids.request();
        Answer answer = router.match(request.method(), pathOf(request)).errors().render(id, failure(type));
        TransportResponse.Builder response = TransportResponse.builder()
                .status(Status.create(answer.status()))
                .headers(headers)
                .keepAlive(false) // the rest of the request may still be on the wire
                .header(HeaderNames.create("x-request-id"), id);
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        return answer.body() instanceof Answer.Body.Bytes(byte[] bytes)
                ? response.entity(bytes).build()
                : response.build();
    }

    private static String pathOf(TransportRequest request) {
        String path = request.path();
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    private Failure failure(EventType type) {
        return switch (type) {
            case PAYLOAD_TOO_LARGE -> new Failure.BodyTooLarge(config.maxBodyBytes());
            case BAD_REQUEST, FORBIDDEN, HTTP_VERSION_NOT_SUPPORTED ->
                new Failure.BadRequest("the request could not be read as HTTP");
            case INTERNAL_ERROR, OTHER ->
                new Failure.Thrown(new IllegalStateException("the server failed below the edge"));
        };
    }
}
