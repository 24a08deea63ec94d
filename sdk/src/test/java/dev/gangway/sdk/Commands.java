package dev.gangway.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Runs npm, node, tsc and Maven.
final class Commands {
    private Commands() {}

    /// What a command did.
    record Outcome(int code, String printed, String errors) {
        /// What it printed.
        String good() {
            if (code != 0) {
                throw new AssertionError("exit code " + code + "\n" + printed + "\n" + errors);
            }
            return printed;
        }
    }

    static Outcome run(Path folder, Map<String, String> variables, String... command) {
        try {
            Path errors = Files.createTempFile("errors", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().keySet().removeIf(name -> name.startsWith("GANGWAY_"));
            builder.environment().putAll(variables);
            Process process = builder.redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(List.of(command) + " does not end");
            }
            return new Outcome(process.exitValue(), printed, Files.readString(errors));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// Skips the test where a command is not installed.
    static void assumePresent(String command) {
        try {
            run(Path.of("."), Map.of(), command, "--version").good();
        } catch (UncheckedIOException | AssertionError absent) {
            Assumptions.abort(command + " is not installed");
        }
    }

    /// Installs a package from a URL or a file into a folder, with a cache of its own.
    static Outcome npmInstall(Path folder, String... what) {
        String[] command = new String[what.length + 6];
        command[0] = "npm";
        command[1] = "install";
        command[2] = "--no-audit";
        command[3] = "--no-fund";
        command[4] = "--cache";
        command[5] = folder.resolve(".npm-cache").toString();
        System.arraycopy(what, 0, command, 6, what.length);
        return run(folder, Map.of(), command);
    }
}
