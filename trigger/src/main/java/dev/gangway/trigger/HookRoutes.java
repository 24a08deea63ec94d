package dev.gangway.trigger;

import static dev.gangway.base.Access.ANYONE;

import dev.gangway.base.Answer;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The addresses of webhooks. Whoever sends one proves who it is with each request.
record HookRoutes(Hooks hooks) implements RouteTable {
    static final String PATH = "/hooks/";
    private static final String TEXT = "text/plain; charset=utf-8";

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("POST", PATH + "{hook}", "receiveWebhook", ANYONE, this::receive),
                new Route("GET", PATH + "{hook}", "greetWebhook", ANYONE, this::greet));
    }

    private record Received(String outcome) {}

    private Answer receive(Request request) {
        return switch (hooks.take(request)) {
            case Hooks.Taken.Challenge(String text) -> text(text);
            case Hooks.Taken.Fired(var firing) ->
                Answer.json(
                        202,
                        new Received(firing.map(Firing::outcome)
                                .orElse(Firing.Outcome.IGNORED)
                                .word()));
        };
    }

    private Answer greet(Request request) {
        return text(hooks.greet(request));
    }

    private static Answer text(String text) {
        return Answer.bytes(200, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }
}
