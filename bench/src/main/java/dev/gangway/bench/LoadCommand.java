package dev.gangway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Loads create, get and update over HTTP; beside them WireMock and pgbench. Prints Markdown.")
final class LoadCommand implements Callable<Integer> {
    @Option(names = "--seconds", description = "How long each load runs in each round. Default: ${DEFAULT-VALUE}.")
    private int seconds = 20;

    @Option(
            names = "--warm-up",
            description = "Seconds of each load before the first round. Default: ${DEFAULT-VALUE}.")
    private int warmUp = 15;

    @Option(names = "--rounds", description = "Rounds, of which the median counts. Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(names = "--connections", description = "Connections and clients. Default: ${DEFAULT-VALUE}.")
    private int connections = 16;

    @Option(
            names = "--folder",
            description = "For the data folder, so on the disk to measure. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("bench/target");

    @Option(names = "--keep", description = "Keep the data folder and the logs.")
    private boolean keep;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Program.require(Program.WRK, Program.PGBENCH);
        Path root = Path.of("").toAbsolutePath();
        Path work = Files.createDirectories(folder.toAbsolutePath()
                .resolve("load-" + ProcessHandle.current().pid()));
        try (Product product = Product.start(root, work)) {
            Rounds measured = new Rounds(product, root.resolve("bench"), work, connections);
            Results results = measured.run(Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), rounds);
            spec.commandLine().getOut().println(Report.text(results, Machine.describe(product.database(), work)));
            return results.failed() == 0 ? 0 : 1;
        } finally {
            if (!keep) {
                Folder.delete(work);
            }
        }
    }
}
