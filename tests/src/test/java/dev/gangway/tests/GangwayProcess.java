package dev.gangway.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Gangway in a process of its own, as `./gangway up` starts it, so that it can be stopped and killed.
final class GangwayProcess implements AutoCloseable {
    private static final String END = "(the output ended)";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path home;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> printed = new ArrayList<>();

    private GangwayProcess(Process process, Path home) {
        this.process = process;
        this.home = home;
        Thread.ofVirtual().start(this::read);
    }

    /// Starts `up` on a free port; does not wait.
    static GangwayProcess up(Path home, String... more) {
        List<String> arguments = new ArrayList<>(List.of("up", "--port", "0", "--home", home.toString()));
        arguments.addAll(List.of(more));
        return run(home, arguments);
    }

    /// Starts any command; does not wait.
    static GangwayProcess run(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.gangway.app.Main"));
        command.addAll(arguments);
        try {
            return new GangwayProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), home);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void read() {
        try (BufferedReader out = process.inputReader()) {
            out.lines().forEach(lines::add);
        } catch (UncheckedIOException | IOException gone) {
            // the process was killed
        }
        lines.add(END);
    }

    /// Waits for a line that contains `text` and answers it.
    String await(String text) throws InterruptedException {
        while (true) {
            String line = lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("no line with '" + text + "' in:\n" + String.join("\n", printed));
            }
            printed.add(line);
            if (line.contains(text)) {
                return line;
            }
        }
    }

    /// Waits until it serves; the address.
    String awaitUrl() throws InterruptedException {
        String line = await(" is up at ");
        await("Stop");
        return line.replaceAll(".*(http://\\S+).*", "$1");
    }

    /// The embedded PostgreSQL.
    ProcessHandle database() throws IOException {
        String pid = Files.readAllLines(home.resolve("postgresql/cluster/data/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /// Everything printed until now and waited for.
    String printed() {
        return String.join("\n", printed);
    }

    /// `demo.env` as a map.
    Map<String, String> demo() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : Files.readAllLines(home.resolve("demo.env"))) {
            values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return values;
    }

    /// SIGTERM, and the exit code.
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE)) {
            throw new AssertionError("did not end");
        }
        return process.exitValue();
    }

    /// SIGKILL: no hook runs, nothing is flushed.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /// Sends a signal, such as `STOP`.
    void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new AssertionError("there is no process to send " + name);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
