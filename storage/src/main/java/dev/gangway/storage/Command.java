package dev.gangway.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One run of one program, to its end. It inherits nothing but `PATH`: a stray `PGDATA` or `LC_ALL` of the
/// operator's shell must not change what happens.
final class Command {
    private final List<String> line;

    Command(String... line) {
        this.line = List.of(line);
    }

    /// A command run as another account.
    Command(Account account, String... line) {
        this.line = new ArrayList<>(account.prefix());
        this.line.addAll(List.of(line));
    }

    /// Runs it without input.
    ///
    /// @throws StorageException when it cannot be started or ends with anything but 0; the message ends with what
    ///     it printed
    void run() {
        run("");
    }

    /// Runs it with a text as standard input.
    void run(String input) {
        run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    /// Runs it with a stream as standard input, which may be large as long as the output is not.
    void run(InputStream input) {
        try {
            Result result = execute(input);
            if (result.status() != 0) {
                throw new StorageException("%s ended with status %d:%n%s"
                        .formatted(
                                String.join(" ", line),
                                result.status(),
                                result.output().strip()));
            }
        } catch (IOException broken) {
            throw new StorageException("cannot run " + line.getFirst() + ": " + broken.getMessage(), broken);
        }
    }

    private Result execute(InputStream input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path, "LC_ALL", "C"));
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            input.transferTo(stdin);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor(), output);
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private record Result(int status, String output) {}
}
