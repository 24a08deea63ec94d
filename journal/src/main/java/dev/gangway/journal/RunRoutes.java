package dev.gangway.journal;

import static dev.gangway.base.Access.READ;
import static dev.gangway.base.Access.WRITE;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import dev.gangway.base.Answer;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Workflows.Action;
import java.util.List;

/// The admin API of runs.
record RunRoutes(Workflows workflows) implements RouteTable {
    private static final String RUN = "/api/v1/runs/{run}";

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/runs", "listRuns", READ, this::list),
                new Route("GET", RUN, "readRun", READ, this::read),
                new Route("GET", RUN + "/steps", "listRunSteps", READ, this::steps),
                new Route("POST", RUN + "/cancel", "cancelRun", WRITE, request -> act(request, Action.CANCEL)),
                new Route("POST", RUN + "/suspend", "suspendRun", WRITE, request -> act(request, Action.SUSPEND)),
                new Route("POST", RUN + "/resume", "resumeRun", WRITE, request -> act(request, Action.RESUME)),
                new Route("POST", RUN + "/retry", "retryRun", WRITE, request -> act(request, Action.RETRY)),
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

    private Answer act(Request request, Action action) {
        return Answer.ok(workflows.act(WorldId.MAIN, request.path("run"), action, request.actor()));
    }

    private Answer signal(Request request) {
        workflows.signal(WorldId.MAIN, request.path("run"), WorkflowRoutes.event(request));
        return Answer.noContent();
    }
}
