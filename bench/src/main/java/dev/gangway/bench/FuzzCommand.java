package dev.gangway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description =
                "Sends mutated bodies to every operation of the partner API. Fails on any answer that is not one.")
final class FuzzCommand implements Callable<Integer> {
    private static final int STAGES = 5;

    @Option(names = "--bodies", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int bodies = 200_000;

    @Option(
            names = "--seed",
            description = "Number of the first body; each is made from its number. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        Path work = Files.createDirectories(
                root.resolve("bench/target/fuzz-" + ProcessHandle.current().pid()));
        try (Product product = Product.start(root, work);
                PartnerClient client = new PartnerClient(product.keys())) {
            Fuzz fuzz = new Fuzz(client);
            for (int stage = 0; stage < STAGES; stage++) {
                long from = seed + (long) bodies * stage / STAGES;
                fuzz.send(from, seed + (long) bodies * (stage + 1) / STAGES);
                say("%s; %s"
                        .formatted(
                                fuzz.tally(),
                                LiveHeap.of(product.server().process().pid())));
            }
            fuzz.tally().failures().forEach(this::say);
            return fuzz.tally().failures().isEmpty() ? 0 : 1;
        } finally {
            Folder.delete(work);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
