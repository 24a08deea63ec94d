package dev.gangway.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One run of one program, to its end. It inherits nothing but `PATH`: a stray `PGDATA` or `LC_ALL` of the
/// operator's shell must not change what happens.
final class Command {
    private final List<String> line = new ArrayList<>();

    Command(Account account, Path program, String... arguments) {
        line.addAll(account.prefix());
        line.add(program.toString());
        line.addAll(List.of(arguments));
    }

    /// Runs it with `input` as standard input.
    ///
    /// @throws StorageException when it cannot be started or ends with anything but 0; the message ends with what
    ///     it printed
    void run(String input) {
        try {
            Result result = execute(input);
            if (result.status() != 0) {
                throw new StorageException("%s ended with status %d:%n%s"
                        .formatted(
                                String.join(" ", line),
                                result.status(),
                                result.output().strip()));
            }
        } catch (IOException notStarted) {
            throw new StorageException("cannot start " + line.getFirst() + ": " + notStarted.getMessage(), notStarted);
        }
    }

    private Result execute(String input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path, "LC_ALL", "C"));
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor(), output);
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + line.getFirst(), interrupted);
        }
    }

    private record Result(int status, String output) {}
}
