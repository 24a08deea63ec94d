package dev.gangway.journal;

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
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Flaw;
import dev.gangway.workflow.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The admin API of definitions, and of what starts runs.
record WorkflowRoutes(Workflows workflows) implements RouteTable {
    private static final String WORKFLOW = "/api/v1/workflows/{workflow}";

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                new Route("GET", "/api/v1/workflows", "listWorkflows", READ, this::list),
                new Route("POST", "/api/v1/workflows", "saveWorkflow", WRITE, this::save),
                new Route("POST", "/api/v1/workflow-checks", "checkWorkflow", READ, this::check),
                new Route("POST", "/api/v1/workflow-tests", "testTask", WRITE, this::test),
                new Route("GET", WORKFLOW, "readWorkflow", READ, this::read),
                new Route("DELETE", WORKFLOW, "removeWorkflow", WRITE, this::remove),
                new Route("GET", WORKFLOW + "/versions", "listWorkflowVersions", READ, this::versions),
                new Route("POST", WORKFLOW + "/runs", "startRun", WRITE, this::start),
                new Route("POST", "/api/v1/workflow-events", "sendEvent", WRITE, this::send)));
        routes.addAll(new RunRoutes(workflows).routes());
        return List.copyOf(routes);
    }

    /// A definition in a list, without its text.
    private record Summary(String name, String version, String label, Instant savedAt, String savedBy) {
        static Summary of(SavedDefinition saved) {
            return new Summary(saved.name(), saved.version(), saved.label(), saved.savedAt(), saved.savedBy());
        }
    }

    private Answer list(Request request) {
        return Answer.ok(new Page<>(
                workflows.list(WorldId.MAIN).stream().map(Summary::of).toList(), null));
    }

    private record Text(String definition) {}

    private Answer save(Request request) {
        String text = request.json(Text.class).definition();
        return Answer.ok(workflows.save(WorldId.MAIN, text, request.actor()));
    }

    private record Checked(@Nullable String name, @Nullable String version, List<Flaw> flaws) {}

    private Answer check(Request request) {
        String text = request.json(Text.class).definition();
        return Answer.ok(
                switch (workflows.check(WorldId.MAIN, text)) {
                    case Reading.Accepted(Definition good) -> new Checked(good.name(), good.version(), List.of());
                    case Reading.Refused(List<Flaw> flaws) -> new Checked(null, null, flaws);
                });
    }

    private record TaskTest(
            JsonNode task,
            @Nullable JsonNode input,
            @Nullable List<CannedAnswer> answers) {}

    private Answer test(Request request) {
        TaskTest wanted = request.json(TaskTest.class);
        if (!wanted.task().isObject() || wanted.task().size() != 1) {
            throw new ProblemException(REQUEST_INVALID, "task: an object with one member, the task under its name");
        }
        JsonNode input = wanted.input() == null ? Json.object() : wanted.input();
        List<CannedAnswer> answers = wanted.answers() == null ? List.of() : wanted.answers();
        return Answer.ok(workflows.test(WorldId.MAIN, wanted.task(), input, answers));
    }

    private Answer read(Request request) {
        String name = request.path("workflow");
        return Answer.ok(request.query("version")
                .map(version -> workflows.definition(WorldId.MAIN, name, version))
                .orElseGet(() -> workflows.definition(WorldId.MAIN, name)));
    }

    private Answer remove(Request request) {
        workflows.remove(WorldId.MAIN, request.path("workflow"), request.actor());
        return Answer.noContent();
    }

    private Answer versions(Request request) {
        return Answer.ok(new Page<>(
                workflows.versions(WorldId.MAIN, request.path("workflow")).stream()
                        .map(Summary::of)
                        .toList(),
                null));
    }

    private record RunStart(
            @Nullable JsonNode input,
            @Nullable String version,
            @Nullable String dedupKey) {}

    private Answer start(Request request) {
        RunStart wanted = request.json(RunStart.class);
        Workflows.Started started = workflows.start(
                WorldId.MAIN,
                request.path("workflow"),
                wanted.version(),
                wanted.input() == null ? Json.object() : wanted.input(),
                wanted.dedupKey(),
                request.actor());
        return Answer.json(started.isNew() ? 201 : 200, started.run());
    }

    private record Received(int runs) {}

    private Answer send(Request request) {
        return Answer.json(202, new Received(workflows.send(WorldId.MAIN, event(request))));
    }

    static JsonNode event(Request request) {
        JsonNode event = request.json();
        if (event.path("type").asText().isBlank()) {
            throw new ProblemException(REQUEST_INVALID, "type: a text that is not empty");
        }
        return event;
    }
}
