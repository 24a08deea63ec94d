package dev.gangway.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description = "Calls through the gateway beside nginx, Vert.x and Spring Cloud Gateway. Prints Markdown.")
final class GatewayCommand implements Callable<Integer> {
    private static final String CREDENTIAL = "the-credential-of-the-upstream";
    private static final String ANSWER = "{\"text\": \"" + "x".repeat(2_036) + "\"}"; // 2 KB
    private static final String PATH = "/things";

    @Option(names = "--seconds", description = "How long each load runs in each round. Default: ${DEFAULT-VALUE}.")
    private int seconds = 10;

    @Option(
            names = "--warm-up",
            description = "Seconds of each load before the first round. Default: ${DEFAULT-VALUE}.")
    private int warmUp = 20;

    @Option(names = "--rounds", description = "Rounds, of which the median counts. Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(names = "--connections", description = "Connections. Default: ${DEFAULT-VALUE}.")
    private int connections = 16;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /// @param meter watches the server that is under load
    private record Target(URI url, Meter meter) {}

    @Override
    public Integer call() throws IOException {
        Program.require(Program.WRK, Program.NGINX);
        Path root = Path.of("").toAbsolutePath();
        Path work = Files.createDirectories(
                root.resolve("bench/target/gateway-" + ProcessHandle.current().pid()));
        String authorization = "Bearer " + CREDENTIAL;
        try (Peer upstream = Nginx.upstream(work, ANSWER);
                Product product = Product.start(root, work, Map.of("GANGWAY_GATEWAY_RATE_LIMIT", "0"));
                Peer nginx = Nginx.proxy(work, upstream.url(), authorization);
                Peer vertx = Peer.java("vertx", root, work, upstream.url(), authorization);
                Peer spring = Peer.java("spring", root, work, upstream.url(), authorization)) {
            try (RunsClient admin = new RunsClient(product.keys())) {
                admin.connect("upstream", upstream.url().toString(), CREDENTIAL);
            }
            Map<String, Target> targets = new LinkedHashMap<>();
            targets.put("nginx", target(nginx, product));
            targets.put(
                    "Gangway", new Target(product.keys().url().resolve("/gateway/upstream" + PATH), product.meter()));
            targets.put("Vert.x http-proxy", target(vertx, product));
            targets.put("Spring Cloud Gateway", target(spring, product));
            say(report(measure(targets, root, product.keys().token())));
            Machine.describe(product.database(), work).forEach(line -> say("- " + line));
            return 0;
        } finally {
            Folder.delete(work);
        }
    }

    private static Target target(Peer peer, Product product) {
        return new Target(
                peer.url().resolve(PATH),
                new Meter(peer.server().folder(), product.database().server()));
    }

    private Map<String, Measured> measure(Map<String, Target> targets, Path root, String token) {
        Wrk wrk = new Wrk(root.resolve("bench/src/main/wrk"), connections);
        Map<String, List<Measured>> all = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            Duration time = Duration.ofSeconds(round == 0 ? warmUp : seconds);
            for (var target : targets.entrySet()) {
                Meter meter = target.getValue().meter();
                meter.settle();
                Measured measured = meter.measure(
                        () -> wrk.run("gateway.lua", target.getValue().url(), time, Map.of("TOKEN", token)));
                System.err.println(target.getKey() + ": " + measured);
                if (round > 0) {
                    all.computeIfAbsent(target.getKey(), _ -> new ArrayList<>()).add(measured);
                }
            }
        }
        Map<String, Measured> medians = new LinkedHashMap<>();
        all.forEach((name, each) -> medians.put(name, Measured.median(each)));
        return medians;
    }

    private static String report(Map<String, Measured> all) {
        StringBuilder text = new StringBuilder("""
                | through | per second | of nginx | p50 ms | p99 ms | failed | MB | cores |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        Measured nginx = all.values().iterator().next();
        all.forEach((name, measured) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.2f | %.2f | %d | %.0f | %.2f |%n",
                name,
                measured.load().perSecond(),
                measured.times(nginx),
                Measured.milliseconds(measured.load().median()),
                Measured.milliseconds(measured.load().p99()),
                measured.load().failed(),
                measured.usage().residentBytes() / 1e6,
                measured.usage().serverCores())));
        return text.toString();
    }

    private void say(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }
}
