package dev.gangway.app;

import static dev.gangway.base.Access.ANYONE;

import dev.gangway.base.Answer;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import java.util.List;

/// The OpenAPI documents that this server's requests are checked against, for tools.
final class DocumentRoutes implements RouteTable {
    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        "GET", "/openapi/partner-api.yaml", "readPartnerApi", ANYONE, _ -> yaml(Documents.PARTNER_API)),
                new Route("GET", "/openapi/admin-api.yaml", "readAdminApi", ANYONE, _ -> yaml(Documents.ADMIN_API)));
    }

    private static Answer yaml(String resource) {
        return Answer.bytes(200, "application/yaml", Documents.bytes(resource));
    }
}
