package dev.gangway.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Searches among very many operations, one search after another.")
final class SearchCommand implements Callable<Integer> {
    private static final int OF_EACH = 2_000; // operations of a provider
    private static final long SEED = 20_261_128;
    private static final double MILLION = 1e6;

    @Option(names = "--operations", description = "How many there are. Default: ${DEFAULT-VALUE}.")
    private int operations = 100_000;

    @Option(names = "--searches", description = "After as many to warm up. Default: ${DEFAULT-VALUE}.")
    private int searches = 1_200;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        Path work = Files.createDirectories(
                root.resolve("bench/target/search-" + ProcessHandle.current().pid()));
        try (Product product = Product.start(root, work);
                AdminClient admin = new AdminClient(product.keys())) {
            Library library = new Library(SEED);
            long begun = System.nanoTime();
            for (int at = 0; at * OF_EACH < operations; at++) {
                String provider = "library-" + at;
                admin.importDocument(provider, AdminClient.packed(library.document(provider, OF_EACH)));
            }
            say("%d operations imported in %.0f s".formatted(operations, (System.nanoTime() - begun) / 1e9));
            product.meter().settle();
            times(admin, library.queries(searches));
            long[] times = times(admin, library.queries(searches));
            say("%d searches: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms"
                    .formatted(
                            searches,
                            part(times, 0.50),
                            part(times, 0.95),
                            part(times, 0.99),
                            times[times.length - 1] / MILLION));
            return 0;
        } finally {
            Folder.delete(work);
        }
    }

    /// Nanoseconds, the shortest first.
    private static long[] times(AdminClient admin, List<String> queries) {
        return queries.stream()
                .mapToLong(query -> {
                    long begun = System.nanoTime();
                    admin.send(
                            "GET",
                            "/api/v1/search?limit=20&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                            null);
                    return System.nanoTime() - begun;
                })
                .sorted()
                .toArray();
    }

    private static double part(long[] sorted, double part) {
        return sorted[(int) (sorted.length * part)] / MILLION;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, "%s", line));
        out.flush();
    }
}
