package dev.gangway.journal;

import static dev.gangway.base.Access.READ;
import static dev.gangway.base.Access.WRITE;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.base.Answer;
import dev.gangway.base.Json;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Interventions.Action;
import dev.gangway.journal.Interventions.Wish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The admin API of runs.
record RunRoutes(Workflows workflows) implements RouteTable {
    private static final String RUN = "/api/v1/runs/{run}";
    private static final int LARGEST_PAGE = 1 << 20; // bytes, and then the task that goes beyond

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/runs", "listRuns", READ, this::list),
                new Route("GET", RUN, "readRun", READ, this::read),
                new Route("GET", RUN + "/steps", "listRunSteps", READ, this::steps),
                new Route("GET", RUN + "/tasks", "listRunTasks", READ, this::tasks),
                new Route("POST", RUN + "/cancel", "cancelRun", WRITE, request -> act(request, Action.CANCEL)),
                new Route("POST", RUN + "/suspend", "suspendRun", WRITE, request -> act(request, Action.SUSPEND)),
                new Route("POST", RUN + "/resume", "resumeRun", WRITE, request -> act(request, Action.RESUME)),
                new Route("POST", RUN + "/retry", "retryRun", WRITE, request -> act(request, Action.RETRY)),
                new Route("POST", RUN + "/complete", "completeRunStep", WRITE, this::complete),
                new Route("POST", RUN + "/skip", "skipRunStep", WRITE, this::skip),
                new Route("POST", RUN + "/restart", "restartRun", WRITE, this::restart),
                new Route("POST", RUN + "/move", "moveRun", WRITE, this::move),
                new Route("GET", RUN + "/interventions", "listRunInterventions", READ, this::interventions),
                new Route("POST", RUN + "/events", "signalRun", WRITE, this::signal));
    }

    private Answer list(Request request) {
        int limit = Page.limit(request);
        long below = Page.afterNumber(request).orElse(Long.MAX_VALUE);
        RunFilter filter = new RunFilter(
                request.query("workflow").orElse(null),
                request.query("state").map(RunRoutes::state).orElse(null),
                request.query("parent").orElse(null));
        List<Run> rows = workflows.runs(WorldId.MAIN, filter, below, limit + 1);
        return Answer.ok(Page.of(rows, limit, run -> Long.toString(run.number())));
    }

    private static RunState state(String word) {
        try {
            return RunState.of(word);
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    REQUEST_INVALID, "state: active, suspended, stuck, completed, failed or cancelled, got " + word);
        }
    }

    private Answer read(Request request) {
        return Answer.ok(workflows.run(WorldId.MAIN, request.path("run")));
    }

    private Answer steps(Request request) {
        int limit = Page.limit(request);
        int from = (int) Page.afterNumber(request).orElse(0);
        List<RunStep> rows = workflows.steps(WorldId.MAIN, request.path("run"), from, limit + 1);
        return Answer.ok(Page.of(rows, limit, step -> Integer.toString(step.position() + 1)));
    }

    private Answer tasks(Request request) {
        List<RunTask> all = workflows.tasks(WorldId.MAIN, request.path("run"), Integer.MAX_VALUE);
        int from = (int) Math.min(Page.afterNumber(request).orElse(0), all.size());
        int limit = fitting(all.subList(from, all.size()), Page.limit(request));
        return Answer.ok(Page.of(
                all.subList(from, Math.min(from + limit + 1, all.size())), limit, _ -> Integer.toString(from + limit)));
    }

    /// How many of the first tasks make a page that is not too large.
    private static int fitting(List<RunTask> tasks, int most) {
        int size = 0;
        int count = 0;
        while (count < Math.min(most, tasks.size()) && (size < LARGEST_PAGE || count == 0)) {
            size += Json.bytes(tasks.get(count++)).length;
        }
        return Math.max(count, 1);
    }

    private record Why(@Nullable String reason) {}

    private Answer act(Request request, Action action) {
        String reason =
                request.body().length == 0 ? null : request.json(Why.class).reason();
        return Answer.ok(interventions().act(wish(request, null, reason), action));
    }

    private record Decision(
            String path,
            @Nullable JsonNode output,
            @Nullable String reason) {}

    private Answer complete(Request request) {
        Decision wanted = request.json(Decision.class);
        JsonNode output = wanted.output() == null ? NullNode.instance : wanted.output();
        return Answer.ok(interventions().complete(wish(request, wanted.path(), wanted.reason()), output));
    }

    private Answer skip(Request request) {
        Decision wanted = request.json(Decision.class);
        return Answer.ok(interventions().skip(wish(request, wanted.path(), wanted.reason())));
    }

    private Answer restart(Request request) {
        Decision wanted = request.json(Decision.class);
        return Answer.ok(interventions().restart(wish(request, wanted.path(), wanted.reason())));
    }

    private record Move(String version, @Nullable String reason) {}

    private Answer move(Request request) {
        Move wanted = request.json(Move.class);
        return Answer.ok(interventions().move(wish(request, null, wanted.reason()), wanted.version()));
    }

    private Answer interventions(Request request) {
        return Answer.ok(new Page<>(interventions().list(WorldId.MAIN, request.path("run")), null));
    }

    private Interventions interventions() {
        return workflows.interventions();
    }

    private static Wish wish(Request request, @Nullable String path, @Nullable String reason) {
        return new Wish(WorldId.MAIN, request.path("run"), path, reason, request.actor());
    }

    private Answer signal(Request request) {
        workflows.signal(WorldId.MAIN, request.path("run"), WorkflowRoutes.event(request));
        return Answer.noContent();
    }
}
