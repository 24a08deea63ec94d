package dev.gangway.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program that the benchmark drives, and that is no part of the product.
enum Program {
    WRK("wrk", "puts the load on (Debian and Ubuntu: apt install wrk; macOS: brew install wrk)"),
    NGINX("nginx", "is the upstream and a peer of the gateway (Debian and Ubuntu: apt install nginx-light)"),
    PGBENCH("pgbench", "measures the database alone (Debian and Ubuntu: apt install postgresql-contrib)");

    private static final Duration PATIENCE = Duration.ofMinutes(1); // beyond the time that a load was given

    private final String command;
    private final String purpose;

    Program(String command, String purpose) {
        this.command = command;
        this.purpose = purpose;
    }

    /// @throws BenchException naming those that are absent and how to get them
    static void require(Program... programs) {
        List<String> absent = Stream.of(programs)
                .filter(program -> !program.isOnPath())
                .map(program -> "  " + program.command + " " + program.purpose)
                .toList();
        if (!absent.isEmpty()) {
            throw new BenchException("not on the PATH:\n" + String.join("\n", absent));
        }
    }

    private boolean isOnPath() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /// Runs it and returns what it printed.
    ///
    /// @param expected how long it should take
    /// @throws BenchException when it fails or takes a minute longer than expected
    String run(Path folder, Map<String, String> environment, Duration expected, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(arguments);
        try {
            Path output = Files.createTempFile(folder, command, ".out");
            ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            Process process = builder.start();
            boolean ended = process.waitFor(expected.plus(PATIENCE).toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new BenchException(command + " failed:\n" + printed);
            }
            return printed;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchException(command + " was interrupted");
        }
    }
}
