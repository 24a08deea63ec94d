package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway calls …`
@Command(name = "calls", description = "The call log: what went through the gateway.")
final class CallsCommand {
    private static final Table CALLS = Table.of(
            "calls",
            column("id"),
            column("at"),
            column("connection"),
            column("method"),
            column("path"),
            column("status"),
            column("caller"),
            column("error"));

    @Mixin
    private final AdminApi api;

    CallsCommand(AdminApi api) {
        this.api = api;
    }

    @Command(description = "List calls, newest first. Options narrow each other.")
    int list(
            @Option(names = "--connection", paramLabel = "NAME", description = "Only over this connection.") @Nullable
                    String connection,
            @Option(names = "--operation", paramLabel = "ID", description = "Only of this operation.") @Nullable
                    String operation,
            @Option(names = "--run", paramLabel = "RUN", description = "Only of this run and its branches.") @Nullable
                    String run,
            @Option(
                            names = "--text",
                            paramLabel = "TEXT",
                            description = "Only with this anywhere in what is kept of them, bodies included.")
                    @Nullable
                    String text,
            @Option(names = "--failed", description = "Only those that met an error.") boolean failed,
            @Mixin Paging paging) {
        Call call = Call.get("/api/v1/calls")
                .with("connection", connection)
                .with("operation", operation)
                .with("caller", caller(run))
                .with("q", text)
                .with("failed", failed ? true : null);
        return api.list(call, paging, CALLS);
    }

    @Command(description = "Show all that is kept of one call.")
    int show(@Parameters(paramLabel = "CALL", description = "The call's id.") String call) {
        return api.show(Call.get("/api/v1/calls/{call}", call), Card.PLAIN);
    }

    @Command(description = "Print the newest 10,000 calls as an HTTP Archive (HAR 1.2).")
    int export(
            @Option(names = "--connection", paramLabel = "NAME", description = "Only over this connection.") @Nullable
                    String connection,
            @Option(names = "--run", paramLabel = "RUN", description = "Only of this run and its branches.") @Nullable
                    String run) {
        return api.stream(
                Call.get("/api/v1/calls.har").with("connection", connection).with("caller", caller(run)));
    }

    private static @Nullable String caller(@Nullable String run) {
        return run == null ? null : "run:" + run;
    }
}
