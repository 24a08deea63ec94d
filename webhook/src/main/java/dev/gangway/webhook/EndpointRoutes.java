package dev.gangway.webhook;

import static dev.gangway.base.Access.READ;
import static dev.gangway.base.Access.WRITE;
import static dev.gangway.base.ErrorCode.NOT_FOUND;

import dev.gangway.base.Answer;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import java.util.List;
import java.util.Map;

/// The admin API of webhook endpoints.
final class EndpointRoutes implements RouteTable {
    private static final String OF_PARTNER = "/api/v1/partners/{partner}/webhook-endpoints";
    private static final String ONE = "/api/v1/webhook-endpoints/{endpoint}";

    private final Endpoints endpoints;
    private final Trial trial;
    private final Replays replays;
    private final KnownPartners partners;

    EndpointRoutes(Endpoints endpoints, Trial trial, Replays replays, KnownPartners partners) {
        this.endpoints = endpoints;
        this.trial = trial;
        this.replays = replays;
        this.partners = partners;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", OF_PARTNER, "listWebhookEndpoints", READ, this::list),
                new Route("POST", OF_PARTNER, "createWebhookEndpoint", WRITE, this::create),
                new Route("GET", ONE, "readWebhookEndpoint", READ, this::read),
                new Route("PATCH", ONE, "changeWebhookEndpoint", WRITE, this::change),
                new Route("DELETE", ONE, "deleteWebhookEndpoint", WRITE, this::delete),
                new Route("POST", ONE + "/test", "testWebhookEndpoint", WRITE, this::test),
                new Route("POST", ONE + "/replays", "replayDeliveries", WRITE, this::replay));
    }

    private Answer list(Request request) {
        int limit = Page.limit(request);
        long after = Page.afterNumber(request).orElse(0);
        List<Endpoint> found = endpoints.ofPartner(WorldId.MAIN, partner(request), after, limit + 1);
        return Answer.ok(Page.of(found, limit, endpoint -> String.valueOf(endpoint.number()))
                .map(EndpointView::of));
    }

    private Answer create(Request request) {
        EndpointDraft draft = request.json(EndpointDraft.class);
        return Answer.created(
                EndpointView.of(endpoints.create(WorldId.MAIN, partner(request), draft, request.actor())));
    }

    private Answer read(Request request) {
        return Answer.ok(EndpointView.of(endpoints.read(WorldId.MAIN, request.path("endpoint"))));
    }

    private Answer change(Request request) {
        EndpointChange change = request.json(EndpointChange.class);
        return Answer.ok(
                EndpointView.of(endpoints.change(WorldId.MAIN, request.path("endpoint"), change, request.actor())));
    }

    private Answer delete(Request request) {
        endpoints.delete(WorldId.MAIN, request.path("endpoint"), request.actor());
        return Answer.noContent();
    }

    private Answer test(Request request) {
        Attempt attempt = trial.of(endpoints.read(WorldId.MAIN, request.path("endpoint")));
        return Answer.ok(new TestView(attempt.outcome().isSuccess(), AttemptView.of(attempt)));
    }

    private Answer replay(Request request) {
        Replay replay = request.json(ReplayRequest.class).replay();
        int replayed = replays.many(WorldId.MAIN, request.path("endpoint"), replay);
        return Answer.json(202, Map.of("replayed", replayed));
    }

    private String partner(Request request) {
        String partner = request.path("partner");
        if (!partners.contains(WorldId.MAIN, partner)) {
            throw new ProblemException(NOT_FOUND, "there is no partner " + partner);
        }
        return partner;
    }
}
