package dev.gangway.customer;

import static dev.gangway.base.Access.READ;
import static dev.gangway.base.Access.WRITE;

import dev.gangway.base.Answer;
import dev.gangway.base.Environment;
import dev.gangway.base.Page;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import dev.gangway.customer.CustomerFilter.After;
import dev.gangway.customer.CustomerViews.Summary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The admin API on end customers, their keys, their reviews and what would be due of them.
record CustomerRoutes(CustomerDesk desk) implements RouteTable {
    private static final WorldId WORLD = WorldId.MAIN;

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/customers", "listCustomers", READ, this::list),
                new Route("GET", "/api/v1/customers/{customer}", "readCustomer", READ, this::read),
                new Route("GET", "/api/v1/customers/{customer}/keys", "listCustomerKeys", READ, this::keys),
                new Route("POST", "/api/v1/customers/{customer}/keys", "issueCustomerKey", WRITE, this::issueKey),
                new Route(
                        "DELETE",
                        "/api/v1/customers/{customer}/keys/{key}",
                        "revokeCustomerKey",
                        WRITE,
                        this::revokeKey),
                new Route("GET", "/api/v1/reviews", "listReviews", READ, this::reviews),
                new Route("POST", "/api/v1/reviews/{customer}/approval", "approveReview", WRITE, this::approve),
                new Route("POST", "/api/v1/reviews/{customer}/denial", "denyReview", WRITE, this::deny),
                new Route(
                        "POST",
                        "/api/v1/partners/{partner}/evaluations",
                        "evaluateRequirements",
                        READ,
                        this::evaluate));
    }

    private Answer list(Request request) {
        CustomerFilter filter = CustomerFilter.of(request);
        List<Summary> rows = desk.list(WORLD, filter).stream().map(Summary::of).toList();
        return Answer.ok(Page.of(rows, filter.limit(), row -> new After(row.createdAt(), row.clientId()).key()));
    }

    private Answer read(Request request) {
        return Answer.ok(desk.read(WORLD, request.path("customer")));
    }

    private Answer keys(Request request) {
        return Answer.ok(new Page<>(desk.keys(WORLD, request.path("customer")), null));
    }

    /// The body of `issueCustomerKey`.
    private record KeyIssue(String environment) {}

    private Answer issueKey(Request request) {
        Environment environment = Environment.of(request.json(KeyIssue.class).environment());
        return Answer.created(desk.issueKey(WORLD, request.path("customer"), environment, request.actor()));
    }

    private Answer revokeKey(Request request) {
        desk.revokeKey(WORLD, request.path("customer"), request.path("key"), request.actor());
        return Answer.noContent();
    }

    private Answer reviews(Request request) {
        CustomerFilter filter = CustomerFilter.of(request);
        List<CustomerViews.Review> rows = desk.reviews(WORLD, filter);
        return Answer.ok(Page.of(rows, filter.limit(), row -> new After(row.waitingSince(), row.customer()).key()));
    }

    /// The body of `approveReview` and `denyReview`.
    private record Decision(
            @Nullable List<String> products, @Nullable String reason) {
        ReviewDecision as(boolean approve) {
            return new ReviewDecision(approve, products == null ? List.of() : products, reason == null ? "" : reason);
        }
    }

    private Answer approve(Request request) {
        return decide(request, true);
    }

    private Answer deny(Request request) {
        return decide(request, false);
    }

    private Answer decide(Request request, boolean approve) {
        ReviewDecision decision = request.json(Decision.class).as(approve);
        return Answer.ok(desk.decide(WORLD, request.path("customer"), decision, request.actor()));
    }

    private Answer evaluate(Request request) {
        EvaluationRequest question = request.json(EvaluationRequest.class);
        return Answer.ok(desk.evaluate(WORLD, request.path("partner"), question));
    }
}
