package dev.gangway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A server in a process of its own, stopped by closing.
record Server(String name, Process process, Path output) implements AutoCloseable {
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final int STARTING_LOOKS = 2_400; // two minutes

    /// Starts a command and waits until it serves.
    ///
    /// @param name for messages, and for the file in `folder` that takes what it prints
    /// @throws BenchException when it ends instead, or takes longer than two minutes
    static Server start(String name, Path folder, List<String> command, BooleanSupplier serves) {
        return start(name, folder, command, Map.of(), serves);
    }

    /// @param environment beside this process's own
    static Server start(
            String name, Path folder, List<String> command, Map<String, String> environment, BooleanSupplier serves) {
        Path output = folder.resolve(name + ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            Server server = new Server(name, process, output);
            server.await(serves);
            return server;
        } catch (IOException failed) {
            throw new BenchException("cannot start " + name + ": " + failed.getMessage());
        }
    }

    private void await(BooleanSupplier serves) {
        for (int look = 0; look < STARTING_LOOKS && process.isAlive(); look++) {
            if (serves.getAsBoolean()) {
                return;
            }
            pause();
        }
        close();
        throw new BenchException(name + " does not serve:\n" + printed());
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String printed() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    ProcessFolder folder() {
        return new ProcessFolder(process.pid());
    }

    /// Ends it without a chance to tidy up.
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
