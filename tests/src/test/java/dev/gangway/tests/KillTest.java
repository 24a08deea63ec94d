package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import dev.gangway.tests.WebhookReceiver.Received;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed with SIGKILL under load, again and again, loses nothing that it acknowledged and owes
/// nobody a webhook.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KillTest {
    private static final int KILLS = 25;
    private static final int CALLERS = 4;
    private static final long SEED = 20_260_131;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>(); // client id → last acknowledged name
    private final AtomicInteger names = new AtomicInteger();

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path home; // PostgreSQL's own user owns parts of it

    @Test
    void killed_25_times_under_load_it_keeps_every_acknowledged_write_and_delivers_every_webhook() throws Exception {
        Random random = new Random(SEED);
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            for (int kill = 0; kill < KILLS; kill++) {
                GangwayProcess gangway = GangwayProcess.up(home);
                String url = gangway.awaitUrl();
                if (kill == 0) {
                    listen(url, gangway.demo(), receiver);
                }
                loadUntilKilled(gangway, url, random.nextInt(1_200));
            }
            try (GangwayProcess gangway = GangwayProcess.up(home)) {
                String url = gangway.awaitUrl();
                assertEveryWriteIsThere(url, gangway.demo());
                Set<String> events = feed(url, gangway.demo());
                receiver.await(received -> ids(received).containsAll(events));
                assertThat(receiver.received().stream()
                                .map(webhook -> webhook.body()
                                        .path("end_customer_client_id")
                                        .asText())
                                .collect(Collectors.toSet()))
                        .containsAll(acknowledged.keySet());
            }
        }
    }

    private void loadUntilKilled(GangwayProcess gangway, String url, int milliseconds) throws Exception {
        Map<String, String> demo = gangway.demo();
        AtomicBoolean killed = new AtomicBoolean();
        int before = names.get();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.execute(() -> {
                    while (!killed.get()) {
                        createAndUpdate(url, demo);
                    }
                });
            }
            Eventually.happens("a first answer", () -> names.get() > before + CALLERS);
            Thread.sleep(milliseconds);
            gangway.kill();
            killed.set(true);
        }
    }

    private void createAndUpdate(String url, Map<String, String> demo) {
        try {
            ObjectNode body = Bodies.little("Survivor " + names.incrementAndGet());
            JsonNode created = post(url, demo, "/beta/partner/customer/v1/create", body);
            String customer = created.path("end_customer").path("client_id").asText();
            acknowledged.put(customer, "");
            String name = "Name " + names.incrementAndGet();
            post(
                    url,
                    demo,
                    "/beta/partner/customer/v1/update",
                    Bodies.customer(customer).put("legal_entity_name", name));
            acknowledged.put(customer, name);
        } catch (IOException killed) {
            // not acknowledged: both outcomes are right
        }
    }

    private void assertEveryWriteIsThere(String url, Map<String, String> demo) throws Exception {
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        for (Map.Entry<String, String> write : acknowledged.entrySet()) {
            JsonNode customer = get(url, demo, "/api/v1/customers/" + write.getKey());
            assertThat(customer.path("client_id").asText()).isEqualTo(write.getKey());
            if (!write.getValue().isEmpty()) {
                assertThat(customer.path("profile").path("legal_entity_name").asText())
                        .isEqualTo(write.getValue());
            }
        }
    }

    private void listen(String url, Map<String, String> demo, WebhookReceiver receiver) throws Exception {
        String partner = get(url, demo, "/api/v1/partners")
                .path("items")
                .path(0)
                .path("id")
                .asText();
        ObjectNode endpoint = Json.object().put("url", receiver.url()).put("environment", "sandbox");
        endpoint.putArray("events").add("END_CUSTOMER_STATUS_UPDATED").add("END_CUSTOMER_REQUIREMENTS_UPDATED");
        HttpRequest request = admin(url, demo, "/api/v1/partners/" + partner + "/webhook-endpoints")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(endpoint)))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }

    /// The ids of all events that were ever committed.
    private Set<String> feed(String url, Map<String, String> demo) throws Exception {
        Set<String> ids = new HashSet<>();
        String after = "";
        while (true) {
            JsonNode page = get(url, demo, "/api/v1/events?limit=200" + after);
            page.path("items").forEach(event -> ids.add(event.path("id").asText()));
            if (page.path("items").isEmpty() || page.path("next").isNull()) {
                return ids;
            }
            after = "&after=" + page.path("next").asText();
        }
    }

    private static Set<String> ids(java.util.List<Received> received) {
        return received.stream().map(Received::eventId).collect(Collectors.toSet());
    }

    private JsonNode post(String url, Map<String, String> demo, String path, JsonNode body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("PLAID-CLIENT-ID", demo.get("PLAID_CLIENT_ID"))
                .header("PLAID-SECRET", demo.get("PLAID_SECRET_SANDBOX"))
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != 200) {
            throw new IOException("not acknowledged: " + answer.body());
        }
        return Json.parse(answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private JsonNode get(String url, Map<String, String> demo, String path) throws Exception {
        HttpResponse<String> answer = client.send(admin(url, demo, path).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    private static HttpRequest.Builder admin(String url, Map<String, String> demo, String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + demo.get("GANGWAY_TOKEN"));
    }
}
