package dev.gangway.bench;

import java.util.List;
import java.util.Locale;

/// The figures as Markdown, in the form of `docs/performance.md`.
final class Report {
    private Report() {}

    /// @param machine what they were measured on, a line for each thing
    static String text(Results results, List<String> machine) {
        StringBuilder text = new StringBuilder();
        text.append("""
                | load | per second | p50 ms | p99 ms | failed | server MB | server cores | PostgreSQL cores |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        text.append(line("create", results.create()));
        text.append(line("the same row, pgbench", results.row()));
        text.append(line("all rows of a create, pgbench", results.rows()));
        text.append(line("get", results.get()));
        text.append(line("the same body, WireMock", results.wireMock()));
        text.append(line("update", results.update()));
        text.append("""

                | aim | reached |
                | --- | --- |
                | create: 0.60 of the bare insert | %.2f |
                | of all that a create inserts, bare | %.2f |
                | get: 1.0 of WireMock | %.2f |
                | memory: below 300 MB | %.0f MB |

                """.formatted(
                        results.create().times(results.row()),
                        results.create().times(results.rows()),
                        results.get().times(results.wireMock()),
                        megabytes(results.residentBytes())));
        machine.forEach(line -> text.append("- ").append(line).append('\n'));
        return text.toString();
    }

    private static String line(String name, Measured measured) {
        Load load = measured.load();
        Usage usage = measured.usage();
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.2f | %d | %.0f | %.2f | %.2f |%n",
                name,
                load.perSecond(),
                Measured.milliseconds(load.median()),
                Measured.milliseconds(load.p99()),
                load.failed(),
                megabytes(usage.residentBytes()),
                usage.serverCores(),
                usage.databaseCores());
    }

    private static double megabytes(long bytes) {
        return bytes / 1e6;
    }
}
