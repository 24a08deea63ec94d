package dev.gangway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// Loads an HTTP server with wrk: each connection sends its next request when it has the answer to the last one.
///
/// @param scripts the folder of the `.lua` files
record Wrk(Path scripts, int connections) {
    private static final int THREADS = 2;
    private static final String RESULT = "JSON ";

    /// @param script such as `create.lua`; it prints its result as one line of JSON
    /// @param environment what the script reads
    Load run(String script, URI target, Duration time, Map<String, String> environment) {
        String printed = Program.WRK.run(
                scripts,
                environment,
                time,
                List.of(
                        "--threads=" + THREADS,
                        "--connections=" + connections,
                        "--duration=" + time.toSeconds() + "s",
                        "--timeout=10s",
                        "--latency",
                        "--script=" + script,
                        target.toString()));
        JsonNode result = printed.lines()
                .filter(line -> line.startsWith(RESULT))
                .findFirst()
                .map(line -> Json.parse(line.substring(RESULT.length())))
                .orElseThrow(() -> new BenchException("wrk printed no result:\n" + printed));
        return new Load(
                result.path("requests").asLong()
                        * 1e6
                        / result.path("microseconds").asLong(),
                microseconds(result.path("p50")),
                microseconds(result.path("p99")),
                result.path("failed").asLong());
    }

    private static Duration microseconds(JsonNode value) {
        return Duration.of(value.asLong(), ChronoUnit.MICROS);
    }
}
