package dev.gangway.webhook;

import static dev.gangway.base.Access.READ;
import static dev.gangway.base.Access.WRITE;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import dev.gangway.base.Answer;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The admin API of deliveries.
final class DeliveryRoutes implements RouteTable {
    private static final Set<String> STATES = Set.of("pending", "sending", "delivered", "failed");

    private final DeliveryLog log;
    private final Replays replays;

    DeliveryRoutes(DeliveryLog log, Replays replays) {
        this.log = log;
        this.replays = replays;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/deliveries", "listDeliveries", READ, this::list),
                new Route("GET", "/api/v1/deliveries/{delivery}", "readDelivery", READ, this::read),
                new Route("POST", "/api/v1/deliveries/{delivery}/replay", "replayDelivery", WRITE, this::replay));
    }

    private Answer list(Request request) {
        int limit = Page.limit(request);
        DeliveryFilter filter = new DeliveryFilter(
                request.query("partner"),
                request.query("endpoint"),
                request.query("customer"),
                state(request),
                request.query("event"));
        long before = Page.afterNumber(request).orElse(Long.MAX_VALUE);
        List<Delivery> found = log.search(WorldId.MAIN, filter, before, limit + 1);
        return Answer.ok(Page.of(found, limit, delivery -> String.valueOf(delivery.number()))
                .map(DeliverySummary::of));
    }

    private static Optional<String> state(Request request) {
        Optional<String> state = request.query("state");
        if (state.isPresent() && !STATES.contains(state.get())) {
            throw new ProblemException(REQUEST_INVALID, "state: one of " + STATES + ", got " + state.get());
        }
        return state;
    }

    private Answer read(Request request) {
        return Answer.ok(log.read(WorldId.MAIN, request.path("delivery")));
    }

    private Answer replay(Request request) {
        return Answer.json(202, DeliverySummary.of(replays.one(WorldId.MAIN, request.path("delivery"))));
    }
}
