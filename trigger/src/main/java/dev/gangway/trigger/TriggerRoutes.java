package dev.gangway.trigger;

import static dev.gangway.base.Access.READ;
import static dev.gangway.base.Access.WRITE;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Answer;
import dev.gangway.base.Json;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The HTTP surface of triggers.
record TriggerRoutes(Triggers triggers, HookRoutes hooks) implements RouteTable {
    private static final String TRIGGER = "/api/v1/triggers/{trigger}";

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                new Route("GET", "/api/v1/triggers", "listTriggers", READ, this::list),
                new Route("GET", TRIGGER, "readTrigger", READ, this::read),
                new Route("PUT", TRIGGER, "putTrigger", WRITE, this::put),
                new Route("DELETE", TRIGGER, "removeTrigger", WRITE, this::remove),
                new Route("POST", TRIGGER + "/pause", "pauseTrigger", WRITE, request -> pause(request, true)),
                new Route("POST", TRIGGER + "/resume", "resumeTrigger", WRITE, request -> pause(request, false)),
                new Route("POST", TRIGGER + "/fire", "fireTrigger", WRITE, this::fire),
                new Route("GET", TRIGGER + "/firings", "listFirings", READ, this::firings)));
        routes.addAll(hooks.routes());
        return List.copyOf(routes);
    }

    private Shown shown(Trigger trigger) {
        return Shown.of(trigger, triggers.newest(trigger).orElse(null));
    }

    private Answer list(Request request) {
        Map<String, Firing> newest = triggers.newest(WorldId.MAIN);
        return Answer.ok(new Page<>(
                triggers.list(WorldId.MAIN).stream()
                        .map(trigger -> Shown.of(trigger, newest.get(trigger.name())))
                        .toList(),
                null));
    }

    private Answer read(Request request) {
        return Answer.ok(shown(triggers.trigger(WorldId.MAIN, request.path("trigger"))));
    }

    private Answer put(Request request) {
        TriggerDraft draft = request.json(TriggerPut.class).draft();
        String name = request.path("trigger");
        return Answer.ok(shown(
                request.wantsOnlyNew()
                        ? triggers.create(WorldId.MAIN, name, draft, request.actor())
                        : triggers.put(WorldId.MAIN, name, draft, request.actor())));
    }

    private Answer remove(Request request) {
        triggers.remove(WorldId.MAIN, request.path("trigger"), request.actor());
        return Answer.noContent();
    }

    private Answer pause(Request request, boolean paused) {
        return Answer.ok(shown(triggers.pause(WorldId.MAIN, request.path("trigger"), paused, request.actor())));
    }

    private record Fire(@Nullable JsonNode came) {}

    private Answer fire(Request request) {
        JsonNode came = request.json(Fire.class).came();
        if (came != null && came.isNull()) {
            throw new ProblemException(REQUEST_INVALID, "came: what would have come, not null");
        }
        return Answer.ok(ShownFiring.of(triggers.fire(
                WorldId.MAIN, request.path("trigger"), came == null ? Json.object() : came, request.actor())));
    }

    private Answer firings(Request request) {
        int limit = Page.limit(request);
        long below = Page.afterNumber(request).orElse(Long.MAX_VALUE);
        List<Firing> rows = triggers.firings(WorldId.MAIN, request.path("trigger"), below, limit + 1);
        return Answer.ok(
                Page.of(rows, limit, firing -> Long.toString(firing.id())).map(ShownFiring::of));
    }
}
