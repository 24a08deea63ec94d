package dev.gangway.webhook;

import static dev.gangway.base.Access.READ;
import static dev.gangway.base.Access.WRITE;
import static dev.gangway.base.ErrorCode.NOT_FOUND;

import dev.gangway.base.Answer;
import dev.gangway.base.Environment;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import java.util.List;

/// The admin API of signing keys.
final class KeyRoutes implements RouteTable {
    private final SigningKeys keys;

    KeyRoutes(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/webhook-keys", "listWebhookKeys", READ, this::list),
                new Route(
                        "POST",
                        "/api/v1/webhook-keys/{environment}/rotation",
                        "rotateWebhookKey",
                        WRITE,
                        this::rotate));
    }

    private Answer list(Request request) {
        List<KeyView> all = keys.all(WorldId.MAIN).stream().map(KeyView::of).toList();
        return Answer.ok(new Page<>(all, null));
    }

    private Answer rotate(Request request) {
        return Answer.created(KeyView.of(keys.rotate(WorldId.MAIN, environment(request.path("environment")))));
    }

    private static Environment environment(String wire) {
        try {
            return Environment.of(wire);
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(NOT_FOUND, "there is no environment " + wire);
        }
    }
}
