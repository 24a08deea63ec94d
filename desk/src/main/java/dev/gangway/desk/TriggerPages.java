package dev.gangway.desk;

import static dev.gangway.base.Access.ANYONE;
import static dev.gangway.base.ErrorCode.NOT_FOUND;

import dev.gangway.base.Answer;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.WorldId;
import dev.gangway.gateway.Connection;
import dev.gangway.gateway.Gateway;
import dev.gangway.journal.SavedDefinition;
import dev.gangway.journal.Workflows;
import dev.gangway.trigger.Firing;
import dev.gangway.trigger.Trigger;
import dev.gangway.trigger.Triggers;
import dev.gangway.web.Visitors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pages of triggers. `-` stands where no trigger's name can.
record TriggerPages(Triggers triggers, Workflows workflows, Gateway gateway, Pages pages, Visitors visitors) {
    private static final int FIRINGS = 20;

    List<Route> routes() {
        return List.of(
                page(Tab.TRIGGERS, "showTriggers", this::list),
                page(Tab.TRIGGERS + "/-/new", "showNewTrigger", this::fresh),
                page(Tab.TRIGGERS + "/{trigger}", "showTrigger", this::saved));
    }

    private Route page(String path, String operation, Route.Handler handler) {
        return new Route("GET", path, operation, ANYONE, visitors.only((request, _) -> handler.handle(request)));
    }

    private Answer list(Request request) {
        Map<String, Firing> newest = triggers.newest(WorldId.MAIN);
        TriggersPage page = new TriggersPage(
                triggers.list(WorldId.MAIN).stream()
                        .map(trigger -> new TriggersPage.Row(trigger, Optional.ofNullable(newest.get(trigger.name()))))
                        .toList(),
                !workflowNames().isEmpty());
        return pages.show(request, "Triggers", Tab.TRIGGERS, "triggers.jte", page);
    }

    private Answer fresh(Request request) {
        String kind = request.query("on").orElse("");
        if (!TriggerPage.KINDS.contains(kind)) {
            throw new ProblemException(NOT_FOUND, "on: one of " + String.join(", ", TriggerPage.KINDS));
        }
        return form(request, "New trigger", new TriggerPage(kind, Optional.empty(), offers(), List.of()));
    }

    private Answer saved(Request request) {
        Trigger trigger = triggers.trigger(WorldId.MAIN, request.path("trigger"));
        return form(
                request,
                trigger.name(),
                new TriggerPage(
                        trigger.occasion().kind(),
                        Optional.of(trigger),
                        offers(),
                        triggers.firings(WorldId.MAIN, trigger.name(), Long.MAX_VALUE, FIRINGS)));
    }

    private Answer form(Request request, String title, TriggerPage page) {
        return pages.show(request, title, Tab.TRIGGERS, "trigger.jte", page);
    }

    private TriggerPage.Offers offers() {
        return new TriggerPage.Offers(
                workflowNames(),
                gateway.connections(WorldId.MAIN).stream().map(Connection::name).toList(),
                triggers.types().stream().sorted().toList());
    }

    private List<String> workflowNames() {
        return workflows.list(WorldId.MAIN).stream().map(SavedDefinition::name).toList();
    }
}
