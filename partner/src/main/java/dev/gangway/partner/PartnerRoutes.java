package dev.gangway.partner;

import static dev.gangway.base.Access.READ;
import static dev.gangway.base.Access.WRITE;
import static dev.gangway.base.ErrorCode.NOT_FOUND;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Answer;
import dev.gangway.base.Environment;
import dev.gangway.base.Json;
import dev.gangway.base.ListKey;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The HTTP surface of partners and their keys.
final class PartnerRoutes implements RouteTable {
    private static final String PARTNER = "/api/v1/partners/{partner}";
    private static final Duration USUAL_OVERLAP = Duration.ofHours(24);

    private final Partners partners;

    PartnerRoutes(Partners partners) {
        this.partners = partners;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/partners", "listPartners", READ, this::list),
                new Route("POST", "/api/v1/partners", "createPartner", WRITE, this::create),
                new Route("GET", PARTNER, "readPartner", READ, this::read),
                new Route("PATCH", PARTNER, "changePartner", WRITE, this::change),
                new Route("PUT", PARTNER + "/logo", "putPartnerLogo", WRITE, this::putLogo),
                new Route("DELETE", PARTNER + "/logo", "deletePartnerLogo", WRITE, this::deleteLogo),
                new Route("GET", PARTNER + "/keys", "listPartnerKeys", READ, this::listKeys),
                new Route("POST", PARTNER + "/keys", "issuePartnerKey", WRITE, this::issueKey),
                new Route("POST", PARTNER + "/keys/{key}/rotation", "rotatePartnerKey", WRITE, this::rotateKey),
                new Route("DELETE", PARTNER + "/keys/{key}", "revokePartnerKey", WRITE, this::revokeKey));
    }

    private Answer list(Request request) {
        String part = request.query("name").orElse("");
        return Answer.ok(partners.list(WorldId.MAIN, part, ListKey.after(request), Page.limit(request)));
    }

    private record PartnerCreate(String name, @Nullable ObjectNode settings) {}

    private Answer create(Request request) {
        PartnerCreate wanted = request.json(PartnerCreate.class);
        PartnerSettings settings = wanted.settings() == null
                ? PartnerSettings.DEFAULT
                : PartnerSettings.DEFAULT.patched(wanted.settings());
        return Answer.created(partners.create(WorldId.MAIN, wanted.name(), settings, request.actor()));
    }

    private Answer read(Request request) {
        String id = request.path("partner");
        return Answer.ok(
                partners.find(WorldId.MAIN, id).orElseThrow(() -> new ProblemException(NOT_FOUND, "no partner " + id)));
    }

    private Answer change(Request request) {
        ObjectNode patch = (ObjectNode) request.json();
        return Answer.ok(partners.changeSettings(WorldId.MAIN, request.path("partner"), patch, request.actor()));
    }

    private record LogoPut(String logo) {}

    private Answer putLogo(Request request) {
        String logo = request.json(LogoPut.class).logo();
        return Answer.ok(partners.giveLogo(WorldId.MAIN, request.path("partner"), logo, request.actor()));
    }

    private Answer deleteLogo(Request request) {
        partners.removeLogo(WorldId.MAIN, request.path("partner"), request.actor());
        return Answer.noContent();
    }

    private Answer listKeys(Request request) {
        return Answer.ok(new Page<>(partners.keys(WorldId.MAIN, request.path("partner")), null));
    }

    private record KeyIssue(Environment environment) {}

    private Answer issueKey(Request request) {
        Environment environment = request.json(KeyIssue.class).environment();
        return issued(partners.issueKey(WorldId.MAIN, request.path("partner"), environment, request.actor()));
    }

    private record KeyRotation(@Nullable Duration overlap) {}

    private Answer rotateKey(Request request) {
        Duration given = request.json(KeyRotation.class).overlap();
        Duration overlap = given == null ? USUAL_OVERLAP : given;
        return issued(partners.rotateKey(
                WorldId.MAIN, request.path("partner"), request.path("key"), overlap, request.actor()));
    }

    private static Answer issued(IssuedKey issued) {
        ObjectNode body = Json.MAPPER.valueToTree(issued.key());
        return Answer.created(body.put("secret", issued.secret().reveal()));
    }

    private Answer revokeKey(Request request) {
        partners.revokeKey(WorldId.MAIN, request.path("partner"), request.path("key"), request.actor());
        return Answer.noContent();
    }
}
