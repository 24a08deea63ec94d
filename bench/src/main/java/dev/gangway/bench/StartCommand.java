package dev.gangway.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description =
                "Times `./gangway up` from its first step to its banner, on empty data folders and again on them.")
final class StartCommand implements Callable<Integer> {
    private static final double NANOS = 1e9; // in a second

    @Option(names = "--starts", description = "How many of each. Default: ${DEFAULT-VALUE}.")
    private int starts = 5;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = Path.of("").toAbsolutePath();
        Path work = Files.createDirectories(
                root.resolve("bench/target/start-" + ProcessHandle.current().pid()));
        List<Double> first = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        try {
            seconds(root, work.resolve("rehearsal")); // the first after a build does more
            for (int number = 0; number < starts; number++) {
                Path home = work.resolve("home-" + number);
                first.add(seconds(root, home));
                later.add(seconds(root, home));
            }
        } finally {
            Folder.delete(work);
        }
        say("first", first);
        say("later", later);
        return 0;
    }

    private static double seconds(Path root, Path home) throws IOException, InterruptedException {
        String gangway = root.resolve("gangway").toString();
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(gangway, "up", "--port", "0", "--home", home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader printed = process.inputReader()) {
            String line = printed.readLine();
            while (line != null && !line.contains("http://")) {
                line = printed.readLine();
            }
            if (line == null) {
                throw new BenchException("gangway ended before it served");
            }
            return (System.nanoTime() - begun) / NANOS;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private void say(String which, List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: median %.2f s, %.2f to %.2f%n",
                        which,
                        sorted.get(sorted.size() / 2),
                        sorted.getFirst(),
                        sorted.getLast());
        spec.commandLine().getOut().flush();
    }
}
