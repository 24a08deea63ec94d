package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway run …`
@Command(name = "run", description = "Runs of workflows.")
final class RunCommand {
    private static final String RUN = "The run's id, run_…";
    private static final String PATH = "The path of the step, as run steps shows it, such as /each[3]/create.";
    private static final String WHY = "Why; on record with who did it.";
    private static final Table INTERVENTIONS =
            Table.of("interventions", column("at"), column("who"), column("action"), column("path"), column("reason"));
    private static final Table RUNS = Table.of(
            "runs",
            column("id"),
            column("workflow"),
            column("state"),
            column("waits for", "waits_for"),
            column("due_at"),
            column("started_at"),
            column("ended_at"));
    private static final Table STEPS = Table.of(
            "steps", column("position"), column("path"), column("kind"), column("begun_at"), column("ended_at"));

    private static final Table TASKS = Table.of("tasks", column("path"), column("input"), column("output"));

    @Mixin
    private final AdminApi api;

    RunCommand(AdminApi api) {
        this.api = api;
    }

    @Command(description = "Start a run of a workflow.")
    int start(
            @Parameters(paramLabel = "WORKFLOW", description = "The workflow's name.") String workflow,
            @Option(names = "--input", paramLabel = "FILE", description = "A file with the input, JSON.") @Nullable
                    Path input,
            @Option(
                            names = "--version",
                            paramLabel = "SHA256",
                            description = "The version to run; the newest unless given.")
                    @Nullable
                    String version,
            @Option(
                            names = "--dedup-key",
                            paramLabel = "KEY",
                            description = "Start nothing when a run of the workflow had this key before.")
                    @Nullable
                    String dedupKey) {
        return api.show(
                Call.post("/api/v1/workflows/{workflow}/runs", workflow)
                        .with("input", input == null ? null : TextFile.json(input, api))
                        .with("version", version)
                        .with("dedup_key", dedupKey),
                Card.PLAIN);
    }

    @Command(description = "List runs, newest first. Options narrow each other.")
    int list(
            @Option(names = "--workflow", paramLabel = "NAME", description = "Only of this workflow.") @Nullable
                    String workflow,
            @Option(
                            names = "--state",
                            paramLabel = "STATE",
                            description =
                                    "Only in this state: active, suspended, stuck, completed, failed or cancelled.")
                    @Nullable
                    String state,
            @Option(
                            names = "--parent",
                            paramLabel = "RUN",
                            description = "Those that this run started; unless given, those that no other did.")
                    @Nullable
                    String parent,
            @Mixin Paging paging) {
        Call call = Call.get("/api/v1/runs").with("workflow", workflow).with("state", state);
        return api.list(call.with("parent", parent), paging, RUNS);
    }

    @Command(description = "Show a run.")
    int show(@Parameters(paramLabel = "RUN", description = RUN) String run) {
        return api.show(Call.get("/api/v1/runs/{run}", run), Card.PLAIN);
    }

    @Command(description = "List what a run did, in order.")
    int steps(@Parameters(paramLabel = "RUN", description = RUN) String run, @Mixin Paging paging) {
        return api.list(Call.get("/api/v1/runs/{run}/steps", run), paging, STEPS);
    }

    @Command(description = "List the tasks that a run came to, with what each got and passed on.")
    int tasks(@Parameters(paramLabel = "RUN", description = RUN) String run, @Mixin Paging paging) {
        return api.list(Call.get("/api/v1/runs/{run}/tasks", run), paging, TASKS);
    }

    @Command(description = "Tell a run to stop. It may still clean up.")
    int cancel(
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Option(names = "--reason", description = WHY) @Nullable String reason) {
        return api.show(Call.post("/api/v1/runs/{run}/cancel", run).with("reason", reason), Card.PLAIN);
    }

    @Command(description = "Stop a run for now.")
    int suspend(
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Option(names = "--reason", description = WHY) @Nullable String reason) {
        return api.show(Call.post("/api/v1/runs/{run}/suspend", run).with("reason", reason), Card.PLAIN);
    }

    @Command(description = "Let a suspended or stuck run go on.")
    int resume(
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Option(names = "--reason", description = WHY) @Nullable String reason) {
        return api.show(Call.post("/api/v1/runs/{run}/resume", run).with("reason", reason), Card.PLAIN);
    }

    @Command(description = "Let a failed or cancelled run go on from its last failure.")
    int retry(
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Option(names = "--reason", description = WHY) @Nullable String reason) {
        return api.show(Call.post("/api/v1/runs/{run}/retry", run).with("reason", reason), Card.PLAIN);
    }

    @Command(
            description = {
                "Let a step come to an output without being made: the one that failed last, the one that the run waits in,",
                "or any to come of a suspended or stuck run."
            })
    int complete(
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Parameters(paramLabel = "PATH", description = PATH) String path,
            @Option(names = "--output", paramLabel = "FILE", description = "A file with the output, JSON.") @Nullable
                    Path output,
            @Option(names = "--reason", description = WHY) @Nullable String reason) {
        return api.show(
                Call.post("/api/v1/runs/{run}/complete", run)
                        .with("path", path)
                        .with("output", output == null ? null : TextFile.json(output, api))
                        .with("reason", reason),
                Card.PLAIN);
    }

    @Command(description = "Let a step come to nothing without being made; a wait is over at once.")
    int skip(
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Parameters(paramLabel = "PATH", description = PATH) String path,
            @Option(names = "--reason", description = WHY) @Nullable String reason) {
        return api.show(
                Call.post("/api/v1/runs/{run}/skip", run).with("path", path).with("reason", reason), Card.PLAIN);
    }

    @Command(description = "Forget everything from a step on, and let the run do it again.")
    int restart(
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Parameters(paramLabel = "PATH", description = PATH) String path,
            @Option(names = "--reason", description = WHY) @Nullable String reason) {
        return api.show(
                Call.post("/api/v1/runs/{run}/restart", run).with("path", path).with("reason", reason), Card.PLAIN);
    }

    @Command(description = "Let a run go on with another version of its workflow.")
    int move(
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Parameters(paramLabel = "SHA256", description = "The version.") String version,
            @Option(names = "--reason", description = WHY) @Nullable String reason) {
        return api.show(
                Call.post("/api/v1/runs/{run}/move", run)
                        .with("version", version)
                        .with("reason", reason),
                Card.PLAIN);
    }

    @Command(description = "List what people did to a run, and why.")
    int interventions(@Parameters(paramLabel = "RUN", description = RUN) String run) {
        return api.list(Call.get("/api/v1/runs/{run}/interventions", run), Paging.NONE, INTERVENTIONS);
    }

    @Command(description = "Send an event to one run, whether or not it waits for it yet.")
    int signal(
            @Parameters(paramLabel = "RUN", description = RUN) String run,
            @Parameters(paramLabel = "TYPE", description = "What kind of event it is.") String type,
            @Option(names = "--data", paramLabel = "FILE", description = "A file with what it says, JSON.") @Nullable
                    Path data) {
        return api.done(
                Call.post("/api/v1/runs/{run}/events", run)
                        .with("type", type)
                        .with("data", data == null ? null : TextFile.json(data, api)),
                "Sent " + type + ".");
    }
}
