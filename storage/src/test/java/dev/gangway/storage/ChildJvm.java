package dev.gangway.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another process with our class path, to be killed: it runs a main method that prints one line when it is ready.
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final String ready;

    private ChildJvm(Process process, String ready) {
        this.process = process;
        this.ready = ready;
    }

    /// Starts it and waits for its line.
    static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String ready = output.readLine();
        if (ready == null) {
            throw new IOException(main + " ended without a word");
        }
        return new ChildJvm(process, ready);
    }

    String ready() {
        return ready;
    }

    long pid() {
        return process.pid();
    }

    /// Kills it like `kill -9`, and waits until it is gone.
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
