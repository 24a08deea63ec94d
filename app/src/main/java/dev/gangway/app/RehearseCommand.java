package dev.gangway.app;

import dev.gangway.base.Clocks;
import dev.gangway.base.Json;
import dev.gangway.cli.Cli;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Makes what first starts copy, then starts everything in an empty folder, sends some requests and stops, so that the
/// JVM can keep what a start needs: `./gangway` runs it once after a build, with a cache to fill. Nothing of the user's
/// is read or touched.
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    private static final int END_CUSTOMERS = 100; // enough for the compiler to see what is hot; about a second

    @Parameters(description = "An empty folder; the caller deletes it.")
    private Path home = Path.of(".");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<Setting, String> options = Map.of(Setting.HOME, home.toString(), Setting.PORT, "0");
        GangwayConfig config = GangwayConfig.of(Settings.read(options, Map.of()));
        LogSetup.toFile(config.home());
        Seeding.prepare(config);
        try (HttpClient client = HttpClient.newHttpClient();
                Gangway gangway = Gangway.start(config, Clocks.of(InstantSource.system()))) {
            String url = Banner.address(config, gangway.port());
            FirstStart.Demo demo = gangway.firstStart().demo().orElseThrow();
            for (int number = 1; number <= END_CUSTOMERS; number++) {
                live(client, url, demo, number);
            }
            list(url, demo);
        }
        return 0;
    }

    private static void live(HttpClient client, String url, FirstStart.Demo demo, int number)
            throws IOException, InterruptedException {
        String created = post(client, url + "/beta/partner/customer/v1/create", demo, """
                {"company_name": "Rehearsal", "website": "https://example.com", "application_name": "Rehearsal %d",
                 "address": {"city": "Paris", "street": "1 Rue", "postal_code": "75001", "country_code": "FR"},
                 "customer_support_info": {"email": "help@example.com"}, "is_diligence_attested": true}
                """.formatted(number));
        String customer = Json.parse(created).at("/end_customer/client_id").asText();
        post(client, url + "/beta/partner/customer/v1/update", demo, """
                {"end_customer_client_id": "%s", "legal_entity_name": "Rehearsal Limited"}
                """.formatted(customer));
        post(client, url + "/beta/partner/customer/v1/get", demo, """
                {"end_customer_client_id": "%s"}
                """.formatted(customer));
    }

    private static String post(HttpClient client, String url, FirstStart.Demo demo, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("PLAID-CLIENT-ID", demo.clientId())
                .header("PLAID-SECRET", demo.sandbox().reveal())
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(url + " answered " + response.body());
        }
        return response.body();
    }

    /// The command line's own first start.
    private static void list(String url, FirstStart.Demo demo) {
        PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Map<String, String> environment =
                Map.of("GANGWAY_URL", url, "GANGWAY_TOKEN", demo.token().reveal());
        Cli.run(new String[] {"customer", "list"}, nowhere, nowhere, environment);
    }
}
