package dev.gangway.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every trigger has, whatever makes it fire.
final class TriggerOptions {
    @Option(names = "--workflow", required = true, paramLabel = "WORKFLOW", description = "What it starts.")
    private String workflow = "";

    @Option(
            names = "--version",
            paramLabel = "SHA256",
            description = "The version to run; the newest at the time unless given.")
    private @Nullable String version;

    @Option(
            names = "--when",
            paramLabel = "JQ",
            description = "Start a run only when this holds of what came; always unless given.")
    private @Nullable String condition;

    @Option(
            names = "--input",
            paramLabel = "JQ",
            description = "Makes the run's input of what came; all of it unless given.")
    private @Nullable String input;

    @Option(
            names = "--dedup-key",
            paramLabel = "JQ",
            description = "Makes a text that at most one run of the workflow has.")
    private @Nullable String dedupKey;

    @Option(names = "--paused", description = "Let occasions pass for now.")
    private boolean paused;

    Call put(String name) {
        return Call.put("/api/v1/triggers/{trigger}", name)
                .with("workflow", workflow)
                .with("version", version)
                .with("condition", condition)
                .with("input", input)
                .with("dedup_key", dedupKey)
                .with("paused", paused);
    }
}
