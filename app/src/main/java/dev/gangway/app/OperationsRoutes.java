package dev.gangway.app;

import static dev.gangway.base.Access.ANYONE;

import dev.gangway.base.Answer;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import java.util.List;
import java.util.function.BooleanSupplier;

/// What a load balancer and a monitoring system ask.
///
/// @param ready whether requests can be served now
record OperationsRoutes(BooleanSupplier ready, Metrics metrics) implements RouteTable {
    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/health/live", "isLive", ANYONE, _ -> up()),
                new Route("GET", "/health/ready", "isReady", ANYONE, _ -> readiness()),
                new Route(
                        "GET",
                        "/metrics",
                        "readMetrics",
                        ANYONE,
                        _ -> Answer.bytes(200, Metrics.CONTENT_TYPE, metrics.text())));
    }

    private Answer readiness() {
        if (!ready.getAsBoolean()) {
            throw new ProblemException(ErrorCode.NOT_READY, "the database does not answer, or this node is stopping");
        }
        return up();
    }

    private static Answer up() {
        return Answer.ok(Json.object().put("status", "up"));
    }
}
