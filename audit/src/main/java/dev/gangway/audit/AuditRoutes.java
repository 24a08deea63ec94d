package dev.gangway.audit;

import static dev.gangway.base.Access.READ;

import dev.gangway.base.Answer;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import java.util.List;
import java.util.OptionalLong;

/// The HTTP surface of the audit trail.
final class AuditRoutes implements RouteTable {
    private static final String NDJSON = "application/x-ndjson; charset=utf-8";

    private final AuditTrail trail;

    AuditRoutes(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/audit", "listAudit", READ, this::list),
                new Route("GET", "/api/v1/audit/export", "exportAudit", READ, this::export),
                new Route("GET", "/api/v1/audit/verification", "verifyAudit", READ, this::verify));
    }

    private Answer list(Request request) {
        AuditFilter filter = new AuditFilter(
                request.query("partner").orElse(null),
                request.query("subject").orElse(null),
                request.query("action").orElse(null));
        return Answer.ok(trail.list(WorldId.MAIN, filter, below(request), Page.limit(request)));
    }

    private static OptionalLong below(Request request) {
        return Page.after(request).stream().mapToLong(AuditRoutes::id).findFirst();
    }

    private static long id(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(ErrorCode.REQUEST_INVALID, "after: not a cursor of this list");
        }
    }

    private Answer export(Request request) {
        return Answer.stream(NDJSON, out -> trail.export(WorldId.MAIN, out));
    }

    private Answer verify(Request request) {
        return Answer.ok(trail.verify(WorldId.MAIN));
    }
}
