package dev.gangway.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Access;
import dev.gangway.base.ErrorStyle;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.catalog.Catalog;
import dev.gangway.catalog.Operation;
import java.util.List;
import java.util.function.Function;

/// Everything that Gangway serves in Plaid's style. A test compares this table with `partner-api.yaml`, the source that
/// every request is checked against.
record PlaidRoutes(
        Catalog catalog,
        PlaidEdge edge,
        ErrorStyle errors,
        CustomerCalls customers,
        RegistrationCalls registrations,
        SandboxCalls sandbox)
        implements RouteTable {

    @Override
    public List<Route> routes() {
        return List.of(
                once("betaPartnerCustomerV1Create", customers::create),
                route("betaPartnerCustomerV1Get", customers::find),
                once("betaPartnerCustomerV1Update", customers::update),
                once("betaPartnerCustomerV1Enable", customers::enable),
                once("partnerCustomerCreate", customers::createClassic),
                route("partnerCustomerGet", customers::findClassic),
                once("partnerCustomerEnable", customers::enableClassic),
                once("partnerCustomerRemove", customers::remove),
                route("partnerCustomerOauthInstitutionsGet", registrations::institutions),
                route("webhookVerificationKeyGet", registrations::verificationKey),
                route("sandboxPartnerCustomerReview", sandbox::review),
                route("sandboxPartnerCustomerOauthInstitutionsSet", sandbox::setInstitution),
                route("sandboxPartnerCustomerFireWebhook", sandbox::fireWebhook));
    }

    /// An operation that honours `Idempotency-Key`.
    private Route once(String operation, Function<Call, ObjectNode> answer) {
        return route(operation, true, answer);
    }

    private Route route(String operation, Function<Call, ObjectNode> answer) {
        return route(operation, false, answer);
    }

    private Route route(String id, boolean takesIdempotencyKey, Function<Call, ObjectNode> answer) {
        Operation operation = catalog.operation(id).orElseThrow();
        PlaidEdge.Work work = new PlaidEdge.Work(operation, takesIdempotencyKey, answer);
        return new Route("POST", operation.path(), id, Access.ANYONE, request -> edge.serve(work, request));
    }
}
