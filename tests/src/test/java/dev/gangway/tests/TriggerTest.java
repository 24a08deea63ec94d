package dev.gangway.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// What starts runs by itself, against the product.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TriggerTest {
    private static final Server SERVER = Server.shared();
    private static final String SECRET = "a-secret-between-us-two";
    private static final String LEAD = "{\"type\": \"lead.won\", \"id\": \"lead-7\", \"data\": {\"name\": \"Zoë\"}}";

    @BeforeAll
    static void save() {
        String text = """
                document: {dsl: 1.0.0, namespace: tests, name: triggered, version: '1'}
                do: [{greet: {set: {greeting: '${ "Hello " + .name }'}}}]
                """;
        SERVER.admin("POST", "/api/v1/workflows", Json.object().put("definition", text));
    }

    private static ObjectNode draft(String occasion) {
        ObjectNode draft = Json.object().put("workflow", "triggered");
        draft.setAll((ObjectNode) Json.parse(occasion));
        return draft;
    }

    private static JsonNode put(String name, ObjectNode draft) {
        return SERVER.admin("PUT", "/api/v1/triggers/" + name, draft);
    }

    private static ObjectNode hmac() {
        return draft("{\"webhook\": {\"signature\": \"hmac_sha256\", \"secret\": \"%s\"}}".formatted(SECRET));
    }

    private static List<JsonNode> firings(String trigger) {
        JsonNode page = SERVER.admin("/api/v1/triggers/" + trigger + "/firings");
        return page.path("items").valueStream().toList();
    }

    private static JsonNode ended(JsonNode firing) throws InterruptedException {
        String path = "/api/v1/runs/" + firing.path("run").asText();
        Eventually.happens(
                "the run ends", () -> !SERVER.admin(path).path("ended_at").isNull());
        return SERVER.admin(path);
    }

    private static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(String text) {
        return "sha256=" + HexFormat.of().formatHex(hmac(SECRET, text));
    }

    private static HttpResponse<String> send(JsonNode trigger, String body, Map<String, String> headers) {
        HttpRequest.Builder request = SERVER.request(trigger.path("path").asText())
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return SERVER.send(request.build());
    }

    @Test
    void a_signed_webhook_starts_a_run_with_what_it_says() throws Exception {
        JsonNode trigger = put("lead", hmac().put("input", ".data").put("condition", ".type == \"lead.won\""));
        assertThat(trigger.toString()).doesNotContain(SECRET);
        HttpResponse<String> taken = send(trigger, LEAD, Map.of("X-Hub-Signature-256", signed(LEAD)));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(taken.body()).isEqualTo("{\"outcome\":\"started\"}");

        JsonNode run = ended(firings("lead").getFirst());
        assertThat(run.at("/output/greeting").asText()).isEqualTo("Hello Zoë");
        assertThat(run.path("started_by").asText()).isEqualTo("trigger:lead");

        String other = LEAD.replace("won", "lost");
        assertThat(send(trigger, other, Map.of("X-Hub-Signature-256", signed(other)))
                        .body())
                .isEqualTo("{\"outcome\":\"ignored\"}");
        assertThat(SERVER.admin("/api/v1/triggers/lead").at("/last/outcome").asText())
                .isEqualTo("ignored");
    }

    @Test
    void nobody_else_starts_anything() {
        JsonNode trigger = put("closed", hmac());
        for (Map<String, String> headers : List.of(
                Map.<String, String>of(),
                Map.of("X-Hub-Signature-256", signed(LEAD + " ")),
                Map.of("X-Hub-Signature-256", "sha256="),
                Map.of("Authorization", "Bearer " + SERVER.demo().token().reveal()))) {
            HttpResponse<String> refused = send(trigger, LEAD, headers);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(Json.parse(refused.body()).path("code").asText()).isEqualTo("SIGNATURE_REFUSED");
        }
        ObjectNode elsewhere = Json.object().put("path", "/hooks/hook_00000000000000000000");
        assertThat(send(elsewhere, LEAD, Map.of("X-Hub-Signature-256", signed(LEAD)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(firings("closed")).isEmpty();
    }

    private static int status(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void a_flood_at_one_address_is_held_off_and_others_are_heard() throws Exception {
        JsonNode flooded = put("flooded", hmac());
        Map<Integer, Long> answers;
        try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
            List<Future<Integer>> sent = IntStream.range(0, Server.HOOKS_PER_SECOND * 16)
                    .mapToObj(_ ->
                            senders.submit(() -> send(flooded, LEAD, Map.of()).statusCode()))
                    .toList();
            answers = sent.stream()
                    .map(TriggerTest::status)
                    .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        }
        assertThat(answers).containsOnlyKeys(401, 429);
        JsonNode other = put("beside-the-flood", hmac());
        assertThat(send(other, LEAD, Map.of("X-Hub-Signature-256", signed(LEAD)))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void a_message_that_is_sent_again_starts_nothing_again() {
        String key = "a-key-of-thirty-two-random-bytes";
        String secret = "whsec_" + Base64.getEncoder().encodeToString(key.getBytes(UTF_8));
        JsonNode trigger = put(
                "standard",
                draft("{\"webhook\": {\"signature\": \"standard_webhooks\", \"secret\": \"%s\"}}".formatted(secret)));
        String now = Long.toString(Instant.now().getEpochSecond());
        String signature = "v1," + Base64.getEncoder().encodeToString(hmac(key, "msg_1." + now + "." + LEAD));
        Map<String, String> headers =
                Map.of("webhook-id", "msg_1", "webhook-timestamp", now, "webhook-signature", signature);
        assertThat(Stream.generate(() -> send(trigger, LEAD, headers).body()).limit(3))
                .containsExactly(
                        "{\"outcome\":\"started\"}", "{\"outcome\":\"duplicate\"}", "{\"outcome\":\"duplicate\"}");
        assertThat(firings("standard").stream()
                        .map(firing -> firing.path("run").asText())
                        .distinct())
                .hasSize(1);
    }

    /// Our own webhooks are signed as Plaid's are, and their keys are where Plaid has them.
    @Test
    void a_plaid_style_webhook_is_verified_with_the_key_that_its_sender_tells() throws Exception {
        JsonNode trigger = put(
                "plaid",
                draft("{\"webhook\": {\"signature\": \"plaid\", \"connection\": \"local-sandbox\"}}")
                        .put("input", "{name: .webhook_code}"));
        ObjectNode endpoint = Json.object()
                .put("environment", "sandbox")
                .put("url", SERVER.url() + trigger.path("path").asText());
        String partner = SERVER.partner().id();
        String id = SERVER.admin("POST", "/api/v1/partners/" + partner + "/webhook-endpoints", endpoint)
                .path("id")
                .asText();
        SERVER.admin("POST", "/api/v1/webhook-endpoints/" + id + "/test", null);
        Eventually.happens("the webhook arrives", () -> !firings("plaid").isEmpty());
        SERVER.admin("DELETE", "/api/v1/webhook-endpoints/" + id, null);
        assertThat(ended(firings("plaid").getFirst()).at("/output/greeting").asText())
                .startsWith("Hello ");

        for (String forged : List.of("", "a.b.c", "eyJhbGciOiJub25lIn0.e30.")) {
            assertThat(send(trigger, "{}", Map.of("Plaid-Verification", forged)).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void what_happens_to_an_end_customer_starts_a_run() throws Exception {
        TestPartner partner = SERVER.partner();
        put(
                "status",
                draft("{\"event\": {\"type\": \"END_CUSTOMER_STATUS_UPDATED\"}}")
                        .put("condition", ".data.partner_id == \"%s\"".formatted(partner.id()))
                        .put("input", "{name: .subject}"));
        String customer = partner.createReady("Started by an event");
        Eventually.happens(
                "it fires",
                () -> firings("status").stream()
                        .anyMatch(firing -> firing.path("outcome").asText().equals("started")));
        JsonNode started = firings("status").stream()
                .filter(firing -> firing.path("outcome").asText().equals("started"))
                .findFirst()
                .orElseThrow();
        assertThat(ended(started).at("/output/greeting").asText()).isEqualTo("Hello " + customer);
    }

    @Test
    void a_sender_that_asks_first_gets_its_challenge_back() {
        JsonNode trigger = put("asked", hmac());
        String body = "{\"type\": \"url_verification\", \"challenge\": \"3eZbrw1aBm2rZgRN\"}";
        assertThat(send(trigger, body, Map.of("X-Hub-Signature-256", signed(body)))
                        .body())
                .isEqualTo("3eZbrw1aBm2rZgRN");
        String path = trigger.path("path").asText() + "?hub.mode=subscribe&hub.challenge=123&hub.verify_token=";
        assertThat(SERVER.send(SERVER.request(path + SECRET).build()).body()).isEqualTo("123");
        assertThat(SERVER.send(SERVER.request(path + "guessed").build()).statusCode())
                .isEqualTo(401);
        assertThat(firings("asked")).isEmpty();
    }

    @Test
    void a_trigger_is_tried_out_paused_and_removed() {
        JsonNode trigger = put("tried", hmac().put("input", ".data"));
        assertThat(fire("tried", LEAD).path("outcome").asText()).isEqualTo("started");

        SERVER.admin("POST", "/api/v1/triggers/tried/pause", null);
        assertThat(send(trigger, LEAD, Map.of("X-Hub-Signature-256", signed(LEAD)))
                        .body())
                .isEqualTo("{\"outcome\":\"ignored\"}");
        assertThat(firings("tried")).hasSize(1);

        SERVER.admin("POST", "/api/v1/triggers/tried/resume", null);
        put("tried", draft("{\"webhook\": {\"signature\": \"hmac_sha256\"}}").put("input", ".data + 1"));
        JsonNode failed = fire("tried", LEAD);
        assertThat(failed.path("outcome").asText()).isEqualTo("failed");
        assertThat(failed.path("problem").asText()).startsWith("The expression .data + 1 failed");
        assertThat(send(trigger, LEAD, Map.of("X-Hub-Signature-256", signed(LEAD)))
                        .body())
                .as("address and secret are as they were")
                .isEqualTo("{\"outcome\":\"failed\"}");

        SERVER.admin("DELETE", "/api/v1/triggers/tried", null);
        assertThat(send(trigger, LEAD, Map.of("X-Hub-Signature-256", signed(LEAD)))
                        .statusCode())
                .isEqualTo(404);
    }

    private static JsonNode fire(String trigger, String came) {
        ObjectNode body = Json.object();
        body.set("came", Json.parse(came));
        return SERVER.admin("POST", "/api/v1/triggers/" + trigger + "/fire", body);
    }

    @Test
    void what_does_not_do_is_refused_with_its_reason_and_changes_nothing() {
        refused("{}", "exactly one of schedule, webhook and event is needed");
        refused("{\"schedule\": {\"cron\": \"* * * * *\"}, \"event\": {\"type\": \"X\"}}", "exactly one of");
        refused("{\"schedule\": {\"cron\": \"sometimes\"}}", "schedule.cron: five fields");
        refused("{\"schedule\": {\"cron\": \"* * * * *\", \"time_zone\": \"Mars/Olympus\"}}", "schedule.time_zone: ");
        refused("{\"event\": {\"type\": \"MOON_ROSE\"}}", "event.type: one of END_CUSTOMER_");
        refused("{\"webhook\": {\"signature\": \"hmac_sha256\"}}", "webhook.secret: ");
        refused(
                "{\"webhook\": {\"signature\": \"standard_webhooks\", \"secret\": \"no base64!\"}}",
                "webhook.secret: ");
        refused("{\"webhook\": {\"signature\": \"none\"}}", "signature");
        refused("{\"webhook\": {\"signature\": \"plaid\", \"connection\": \"nowhere\"}}", "webhook.connection: ");
        refused(
                "{\"schedule\": {\"cron\": \"* * * * *\"}, \"workflow\": \"nothing\"}",
                "workflow: there is no workflow");
        refused("{\"schedule\": {\"cron\": \"* * * * *\"}, \"input\": \"now\"}", "input: The function now");
    }

    private static void refused(String draft, String why) {
        HttpResponse<String> answer = SERVER.adminAnswer("PUT", "/api/v1/triggers/refused", draft(draft));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Json.parse(answer.body()).path("detail").asText()).contains(why);
        assertThat(SERVER.adminAnswer("GET", "/api/v1/triggers/refused", null).statusCode())
                .isEqualTo(404);
    }
}
