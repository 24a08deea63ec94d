package dev.gangway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// All loads, each beside the peer that it is compared with, round after round: what else goes on in the machine
/// meets them alike.
///
/// @param bench the folder of this module
/// @param work for files that nobody keeps
record Rounds(Product product, Path bench, Path work, int connections) {
    private static final int CUSTOMERS = 1_000; // that get and update go round

    Results run(Duration warmUp, Duration time, int rounds) throws IOException {
        List<String> customers = customers();
        Path jar = bench.resolve("target/peer/wiremock-standalone.jar");
        try (WireMock wireMock = WireMock.start(jar, work, PartnerClient.GET, answer(customers.getFirst()))) {
            round(wireMock, warmUp, "warm-up");
            List<Results> all = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                all.add(round(wireMock, time, "round-" + round));
            }
            return Results.median(all);
        }
    }

    private Results round(WireMock wireMock, Duration time, String name) {
        URI gangway = product.keys().url();
        Meter meter = product.meter();
        Meter peers = wireMock.meter(product.database());
        return new Results(
                measure(name + " create", meter, () -> wrk("create.lua", gangway, time, name)),
                measure(name + " pgbench", meter, () -> pgbench(CreatedRows.customer(product.database()), time)),
                measure(name + " pgbench, all", meter, () -> pgbench(CreatedRows.all(product.database()), time)),
                measure(name + " get", meter, () -> wrk("get.lua", gangway, time, name)),
                measure(name + " WireMock", peers, () -> wrk("get.lua", wireMock.url(), time, name)),
                measure(name + " update", meter, () -> wrk("update.lua", gangway, time, name)));
    }

    private Measured measure(String name, Meter meter, Supplier<Load> load) {
        product.meter().settle();
        Measured measured = meter.measure(load);
        System.err.println(name + ": " + measured);
        return measured;
    }

    private Load wrk(String script, URI target, Duration time, String run) {
        Wrk wrk = new Wrk(bench.resolve("src/main/wrk"), connections);
        Map<String, String> environment = Map.of(
                "PLAID_CLIENT_ID", product.keys().clientId(),
                "PLAID_SECRET_SANDBOX", product.keys().sandboxSecret(),
                "CUSTOMERS", work.resolve("customers").toString(),
                "RUN", run);
        return wrk.run(script, target, time, environment);
    }

    private Load pgbench(String script, Duration time) {
        return new Pgbench(work, product.database(), connections).run(script, time);
    }

    /// Creates the customers and writes their ids down for the scripts of wrk.
    private List<String> customers() throws IOException {
        try (PartnerClient client = new PartnerClient(product.keys())) {
            List<String> ids = IntStream.range(0, CUSTOMERS)
                    .mapToObj(number -> client.create("customer-" + number))
                    .toList();
            Files.write(work.resolve("customers"), ids);
            return ids;
        }
    }

    private byte[] answer(String customer) {
        try (PartnerClient client = new PartnerClient(product.keys())) {
            return client.get(customer);
        } catch (UncheckedIOException failed) {
            throw new BenchException("get does not answer: " + failed.getMessage());
        }
    }
}
