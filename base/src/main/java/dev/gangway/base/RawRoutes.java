package dev.gangway.base;

/// Everything below a path, in any method, for a handler that streams.
///
/// @param prefix such as `/gateway/`; begins and ends with a slash, and no [Route] is below it
/// @param handler answers, or throws before it did: then the failure is worded as [ErrorStyle#PROBLEM_JSON] does
public record RawRoutes(String prefix, Handler handler) {
    @FunctionalInterface
    public interface Handler {
        void handle(RawExchange exchange);
    }
}
