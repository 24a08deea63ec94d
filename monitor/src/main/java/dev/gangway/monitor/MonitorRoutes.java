package dev.gangway.monitor;

import static dev.gangway.base.Access.ANYONE;

import dev.gangway.base.Answer;
import dev.gangway.base.Page;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.WorldId;
import dev.gangway.diagram.Diagrams;
import dev.gangway.journal.Run;
import dev.gangway.journal.RunFilter;
import dev.gangway.journal.RunState;
import dev.gangway.journal.RunStep;
import dev.gangway.journal.RunTask;
import dev.gangway.journal.SavedDefinition;
import dev.gangway.journal.StepState;
import dev.gangway.journal.Workflows;
import dev.gangway.web.Visitors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The pages of runs.
record MonitorRoutes(Workflows workflows, Diagrams diagrams, Pages pages, Visitors visitors) {
    private static final String RUN = Monitor.PATH + "/{run}";
    private static final int FOLLOWED = 500; // steps, for what passed between tasks
    private static final int MOST_OTHERS = 200;
    private static final int MOST_FOLLOWED = 20; // branches, for the diagram

    List<Route> routes() {
        return List.of(
                page(Monitor.PATH, "showRuns", this::list),
                page(RUN, "showRun", request -> pages.run(request, run(request))),
                page(RUN + "/file", "downloadRun", this::file),
                page(RUN + "/live", "showRunLive", request -> pages.live(run(request))));
    }

    private Route page(String path, String operation, Route.Handler handler) {
        return new Route("GET", path, operation, ANYONE, visitors.only((request, _) -> handler.handle(request)));
    }

    private Answer list(Request request) {
        int limit = Page.limit(request);
        long below = Page.afterNumber(request).orElse(Long.MAX_VALUE);
        RunFilter filter = new RunFilter(
                request.query("workflow").filter(text -> !text.isBlank()).orElse(null),
                request.query("state").flatMap(MonitorRoutes::state).orElse(null),
                null);
        List<Run> rows = workflows.runs(WorldId.MAIN, filter, below, limit + 1);
        RunsPage page = new RunsPage(
                Page.of(rows, limit, run -> Long.toString(run.number())),
                filter,
                workflows.list(WorldId.MAIN).stream().map(SavedDefinition::name).toList());
        return pages.list(request, page);
    }

    private static Optional<RunState> state(String word) {
        return Stream.of(RunState.values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    private RunPage run(Request request) {
        Run run = workflows.run(WorldId.MAIN, request.path("run"));
        List<RunTask> tasks = workflows.tasks(WorldId.MAIN, run.id(), FOLLOWED);
        List<StepState> states = workflows.stepStates(WorldId.MAIN, run.id());
        String text = workflows
                .definition(WorldId.MAIN, run.workflow(), run.version())
                .text();
        List<Run> others = workflows.runs(WorldId.MAIN, RunFilter.startedBy(run.id()), Long.MAX_VALUE, MOST_OTHERS);
        return new RunPage(
                run,
                window(run, wanted(request), states.size()),
                tasks,
                others.reversed(),
                workflows.interventions().list(WorldId.MAIN, run.id()),
                versions(run),
                diagrams.of(text, Marks.of(run, withBranches(run, states, others), tasks)));
    }

    /// Those that the run might be moved to; none of a workflow that was removed.
    private List<SavedDefinition> versions(Run run) {
        boolean there = workflows.list(WorldId.MAIN).stream()
                .anyMatch(workflow -> workflow.name().equals(run.workflow()));
        return !there
                ? List.of()
                : workflows.versions(WorldId.MAIN, run.workflow()).stream()
                        .filter(version -> !version.version().equals(run.version()))
                        .toList();
    }

    /// Its branches are at tasks of the same definition.
    private List<StepState> withBranches(Run run, List<StepState> states, List<Run> others) {
        List<StepState> all = new ArrayList<>();
        others.reversed().stream()
                .filter(other -> other.version().equals(run.version()))
                .limit(MOST_FOLLOWED)
                .forEach(branch -> {
                    all.addAll(workflows.stepStates(WorldId.MAIN, branch.id()));
                    if (branch.waitsAt() != null && branch.endedAt() == null) {
                        all.add(new StepState(branch.waitsAt(), "await", false, false));
                    }
                });
        all.addAll(states);
        return all;
    }

    private StepWindow window(Run run, OptionalInt wanted, int total) {
        int from = StepWindow.from(wanted, total);
        List<RunStep> steps = workflows.steps(WorldId.MAIN, run.id(), from, StepWindow.MOST);
        return new StepWindow(from, Math.max(total, from + steps.size()), wanted.isPresent(), steps);
    }

    private static OptionalInt wanted(Request request) {
        return request.query("from").filter(text -> text.matches("\\d{1,9}")).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    private Answer file(Request request) {
        Run run = workflows.run(WorldId.MAIN, request.path("run"));
        return Answer.stream(Answer.JSON, new RunFile(workflows, run))
                .withHeader("Content-Disposition", "attachment; filename=\"" + run.id() + ".json\"");
    }
}
