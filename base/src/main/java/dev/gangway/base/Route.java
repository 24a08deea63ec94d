package dev.gangway.base;

/// One operation of an HTTP surface.
///
/// @param method such as `POST`
/// @param path such as `/api/v1/partners/{partner}`; `{name}` is one segment
/// @param operation the `operationId` of the OpenAPI document, unique over all tables
/// @param access who may call it
/// @param handler what answers; may throw [ProblemException] or what the table's [ErrorStyle] knows
public record Route(String method, String path, String operation, Access access, Handler handler) {
    /// Answers one request. Blocking is fine: each request has its own virtual thread.
    @FunctionalInterface
    public interface Handler {
        Answer handle(Request request);
    }

    public Route with(Handler other) {
        return new Route(method, path, operation, access, other);
    }
}
