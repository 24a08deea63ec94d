package dev.gangway.base;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line per request, never with a body, a credential or a query.
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.gangway.request");

    private final RequestObserver observer;

    RequestLog(RequestObserver observer) {
        this.observer = observer;
    }

    void served(String id, String method, String path, Router.Match match, int status, int bytesIn, long nanoseconds) {
        String operation = operation(match);
        observer.served(operation, status, nanoseconds);
        LOG.atInfo()
                .addKeyValue("request", id)
                .addKeyValue("method", method)
                .addKeyValue("path", shown(match, path))
                .addKeyValue("operation", operation)
                .addKeyValue("status", status)
                .addKeyValue("bytes_in", bytesIn)
                .addKeyValue("microseconds", nanoseconds / 1000)
                .log("served");
    }

    /// @param prefix stands for the path, which belongs to another API
    void streamed(ServedExchange exchange, String prefix, long nanoseconds) {
        observer.served(prefix, exchange.status(), nanoseconds);
        LOG.atInfo()
                .addKeyValue("request", exchange.id())
                .addKeyValue("method", exchange.method())
                .addKeyValue("path", prefix)
                .addKeyValue("status", exchange.status())
                .addKeyValue("aborted", exchange.isAborted())
                .addKeyValue("microseconds", nanoseconds / 1000)
                .log("streamed");
    }

    void failed(String id, Router.Match match, RuntimeException cause) {
        LOG.atError()
                .setCause(cause)
                .addKeyValue("request", id)
                .addKeyValue("operation", operation(match))
                .log("request failed");
    }

    /// A path with a `{code}` is a credential, such as that of a sign-in link: its pattern stands for it.
    private static String shown(Router.Match match, String path) {
        return match instanceof Router.Match.Found found && found.route().path().contains("{code}")
                ? found.route().path()
                : path;
    }

    private static String operation(Router.Match match) {
        return match instanceof Router.Match.Found found ? found.route().operation() : "none";
    }
}
