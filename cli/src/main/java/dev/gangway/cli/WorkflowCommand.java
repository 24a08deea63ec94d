package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway workflow …`
@Command(name = "workflow", description = "Workflows: what is done step by step, over days and restarts.")
final class WorkflowCommand {
    private static final String NAME = "The workflow's name.";
    private static final String FILE = "A file with the definition: Serverless Workflow DSL 1.0, YAML or JSON.";
    private static final Table WORKFLOWS = Table.of(
            "workflows", column("name"), column("label"), column("version"), column("saved_at"), column("saved_by"));
    private static final Table FLAWS = Table.of("flaws", column("line"), column("column"), column("message"));

    @Mixin
    private final AdminApi api;

    WorkflowCommand(AdminApi api) {
        this.api = api;
    }

    @Command(description = "List the workflows.")
    int list() {
        return api.list(Call.get("/api/v1/workflows"), Paging.NONE, WORKFLOWS);
    }

    @Command(description = "Show a workflow's definition.")
    int show(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(
                            names = "--version",
                            paramLabel = "SHA256",
                            description = "The version to show; the newest unless given.")
                    @Nullable
                    String version) {
        return api.show(Call.get("/api/v1/workflows/{workflow}", name).with("version", version), Card.PLAIN);
    }

    @Command(description = "List the versions of a workflow, newest first.")
    int versions(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return api.list(Call.get("/api/v1/workflows/{workflow}/versions", name), Paging.NONE, WORKFLOWS);
    }

    @Command(description = "Save a definition as the newest version of the workflow that it names.")
    int save(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        return api.show(
                Call.post("/api/v1/workflows").with("definition", TextFile.read(file, api)),
                Card.PLAIN.without("text"));
    }

    @Command(description = "Tell what is wrong with a definition, line by line. Keeps nothing.")
    int check(@Parameters(paramLabel = "FILE", description = FILE) Path file) {
        return api.show(
                Call.post("/api/v1/workflow-checks").with("definition", TextFile.read(file, api)),
                Card.PLAIN.with("flaws", FLAWS));
    }

    @Command(description = "Remove a workflow that nothing needs any more, with all its versions.")
    int remove(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return api.done(Call.delete("/api/v1/workflows/{workflow}", name), "Removed " + name + ".");
    }

    @Command(
            description =
                    "Perform one task as a run would, its calls included. Keeps nothing but their entries in the call log.")
    int test(
            @Parameters(paramLabel = "FILE", description = "A file with the task under its name, JSON.") Path file,
            @Option(names = "--input", paramLabel = "FILE", description = "A file with the task's input, JSON.")
                    @Nullable
                    Path input,
            @Option(
                            names = "--answers",
                            paramLabel = "FILE",
                            description =
                                    "A file with a list of answers in place of real ones: [{\"status\": 503}, {\"status\": 200, \"body\": {}}].")
                    @Nullable
                    Path answers) {
        return api.show(
                Call.post("/api/v1/workflow-tests")
                        .with("task", TextFile.json(file, api))
                        .with("input", input == null ? null : TextFile.json(input, api))
                        .with("answers", answers == null ? null : TextFile.json(answers, api)),
                Card.PLAIN);
    }

    @Command(description = "Send an event to every run whose workflow may listen for its type.")
    int send(
            @Parameters(paramLabel = "TYPE", description = "What kind of event it is.") String type,
            @Option(names = "--data", paramLabel = "FILE", description = "A file with what it says, JSON.") @Nullable
                    Path data) {
        return api.show(
                Call.post("/api/v1/workflow-events")
                        .with("type", type)
                        .with("data", data == null ? null : TextFile.json(data, api)),
                Card.PLAIN);
    }
}
