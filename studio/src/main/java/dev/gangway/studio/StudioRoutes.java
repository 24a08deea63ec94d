package dev.gangway.studio;

import static dev.gangway.base.Access.ANYONE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.base.Answer;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.WorldId;
import dev.gangway.diagram.Diagrams;
import dev.gangway.journal.SavedDefinition;
import dev.gangway.journal.Workflows;
import dev.gangway.web.Visitors;
import dev.gangway.workflow.Reading;
import dev.gangway.workflow.TaskPlaces;
import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages of workflow definitions. `-` stands where no workflow's name can.
record StudioRoutes(Workflows workflows, Diagrams diagrams, Pages pages, Visitors visitors, String onboarding) {
    private static final String BLANK = """
            document:
              dsl: 1.0.0
              namespace: default
              name: my-workflow
              version: '1'
            # Press "Add HTTP task" to find an operation and call it here.
            do:
              - greet:
                  set: {greeting: '${ "Hello " + (.name // "world") }'}
            """;

    List<Route> routes() {
        return List.of(
                page(Studio.PATH, "showWorkflows", request -> pages.list(request, new WorkflowsPage(all()))),
                page(Studio.PATH + "/-/new", "showNewWorkflow", this::fresh),
                page(Studio.PATH + "/{workflow}", "showWorkflow", this::saved),
                page(Studio.PATH + "/{workflow}/file", "downloadWorkflow", this::file),
                posted(Studio.PATH + "/-/diagram", "drawWorkflow", this::drawn),
                posted(Studio.PATH + "/-/task", "findTask", StudioRoutes::task));
    }

    private Route posted(String path, String operation, Route.Handler handler) {
        return new Route("POST", path, operation, ANYONE, visitors.only((request, _) -> handler.handle(request)));
    }

    private Route page(String path, String operation, Route.Handler handler) {
        return new Route("GET", path, operation, ANYONE, visitors.only((request, _) -> handler.handle(request)));
    }

    private List<SavedDefinition> all() {
        return workflows.list(WorldId.MAIN);
    }

    private Answer fresh(Request request) {
        boolean shipped = request.query("from").filter("onboarding"::equals).isPresent();
        return pages.editor(
                request,
                new EditorPage("", "", shipped ? onboarding : BLANK, drawn(shipped ? onboarding : BLANK), List.of()));
    }

    private Answer saved(Request request) {
        SavedDefinition shown = wanted(request);
        return pages.editor(
                request,
                new EditorPage(
                        shown.name(),
                        shown.version(),
                        shown.text(),
                        drawn(shown.text()),
                        workflows.versions(WorldId.MAIN, shown.name())));
    }

    private Answer file(Request request) {
        SavedDefinition shown = wanted(request);
        return Answer.bytes(200, "application/yaml", shown.text().getBytes(StandardCharsets.UTF_8))
                .withHeader("Content-Disposition", "attachment; filename=\"" + shown.name() + ".yaml\"");
    }

    private Content drawn(String text) {
        return diagrams.of(text, Map.of());
    }

    /// The picture of a text that is being written, or nothing while it is flawed.
    private Answer drawn(Request request) {
        String text = request.json().path("definition").asText();
        String html = switch (workflows.check(WorldId.MAIN, text)) {
            case Reading.Accepted _ -> diagrams.html(text, Map.of());
            case Reading.Refused _ -> "";
        };
        return Answer.bytes(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    /// The task that a line of a text is in, and where it stands, as JSON; null for none.
    private static Answer task(Request request) {
        JsonNode wanted = request.json();
        Optional<TaskPlaces.Place> found = TaskPlaces.at(
                wanted.path("definition").asText(), wanted.path("line").asInt());
        return Answer.ok(found.<Object>map(place -> place).orElse(NullNode.getInstance()));
    }

    private SavedDefinition wanted(Request request) {
        String name = request.path("workflow");
        return request.query("version")
                .map(version -> workflows.definition(WorldId.MAIN, name, version))
                .orElseGet(() -> workflows.definition(WorldId.MAIN, name));
    }
}
