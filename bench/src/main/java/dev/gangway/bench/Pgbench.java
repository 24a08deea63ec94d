package dev.gangway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The database alone, under pgbench: each client commits one transaction after another.
///
/// @param folder for the script and pgbench's logs
record Pgbench(Path folder, BareDatabase database, int clients) {
    private static final int THREADS = 2;
    private static final String LOG = "transactions";
    private static final int MICROSECONDS = 2; // field of a line of the log, counted from 0
    private static final int PERCENT = 100;

    /// Runs one script for `time`; its statements are prepared, as Gangway's are.
    Load run(String script, Duration time) {
        try {
            Files.writeString(folder.resolve("row.sql"), script);
            Program.PGBENCH.run(
                    folder,
                    database.environment(),
                    time,
                    List.of(
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--client=" + clients,
                            "--jobs=" + THREADS,
                            "--time=" + time.toSeconds(),
                            "--log",
                            "--log-prefix=" + LOG,
                            "--file=row.sql"));
            return load(time);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Load load(Duration time) throws IOException {
        long[] latencies = latencies();
        return new Load(
                latencies.length * 1e9 / time.toNanos(),
                percentile(latencies, 50),
                percentile(latencies, 99),
                0); // pgbench ends at the first failure
    }

    /// Sorted, in microseconds; the logs are read once and deleted.
    private long[] latencies() throws IOException {
        LongStream.Builder latencies = LongStream.builder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(name -> name.getFileName().toString().startsWith(LOG))
                    .toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.mapToLong(line -> Long.parseLong(line.split(" ", -1)[MICROSECONDS]))
                            .forEach(latencies);
                }
                Files.delete(file);
            }
        }
        return latencies.build().sorted().toArray();
    }

    private static Duration percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            throw new BenchException("pgbench committed nothing");
        }
        return Duration.of(sorted[(int) ((long) (sorted.length - 1) * percent / PERCENT)], ChronoUnit.MICROS);
    }
}
