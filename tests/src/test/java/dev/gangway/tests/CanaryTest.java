package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import dev.gangway.base.Secret;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Lets an end customer live its whole life, and then looks for every secret of it in all places where none may be.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CanaryTest {
    /// How every private and public key of P-256 in DER names its algorithm.
    private static final String DER_OF_P_256 = "301306072a8648ce3d020106082a8648ce3d030107";

    private static final Server SERVER = Server.shared();
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("dev.gangway");
    private static final Level USUAL = ROOT.getLevel();
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
    private static final List<Canary> CANARIES = new ArrayList<>();

    private static TestPartner partner;
    private static String customer;
    private static String endpoint;
    private static String run;
    private static String agentsAnswer;

    @BeforeAll
    static void live() throws Exception {
        LOG.start();
        ROOT.addAppender(LOG);
        ROOT.setLevel(Level.INFO); // what the log file gets
        OURS.setLevel(Level.TRACE); // and whatever our own code could ever say
        partner = SERVER.partner();
        canary("partner's sandbox secret", partner.sandboxSecret());
        canary("partner's production secret", partner.productionSecret());
        canary("first access token", SERVER.demo().token().reveal());
        CANARIES.addAll(Canary.ofVault(Files.readString(SERVER.home().resolve("vault.json")))
                .toList());
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            endpoint = endpoint(receiver);
            customer = customer();
            key("/api/v1/customers/" + customer + "/keys", "customer's further secret");
            key("/api/v1/partners/" + partner.id() + "/keys", "partner's second secret");
            JsonNode token =
                    admin("/api/v1/tokens", Json.object().put("name", "canary").put("scope", "full"));
            canary("access token", token.path("token").asText());
            receiver.await(received -> !received.isEmpty());
        }
        connect();
        run = work();
        agentsAnswer = ask();
        partner.postAs("wrong-" + partner.productionSecret(), "/partner/customer/get", Json.bytes(Json.object()));
    }

    @AfterAll
    static void quiet() {
        ROOT.setLevel(USUAL);
        OURS.setLevel(null);
        ROOT.detachAppender(LOG);
    }

    @Test
    void no_log_line_tells_a_secret() throws Exception {
        String lines = List.copyOf(LOG.list).stream().map(CanaryTest::line).collect(Collectors.joining("\n"));
        assertThat(lines).contains("betaPartnerCustomerV1Create"); // this is the log that we mean
        assertThat(Canary.sungIn(lines, CANARIES)).isEmpty();
        String server = Files.readString(SERVER.home().resolve("postgresql/cluster/server.log"));
        assertThat(Canary.sungIn(server, CANARIES)).isEmpty();
    }

    @Test
    void no_answer_tells_a_secret_a_second_time() {
        List<String> paths = List.of(
                "/api/v1/me",
                "/api/v1/tokens",
                "/api/v1/partners",
                "/api/v1/partners/" + partner.id(),
                "/api/v1/partners/" + partner.id() + "/keys",
                "/api/v1/partners/" + partner.id() + "/webhook-endpoints",
                "/api/v1/customers?partner=" + partner.id(),
                "/api/v1/customers/" + customer,
                "/api/v1/customers/" + customer + "/keys",
                "/api/v1/reviews",
                "/api/v1/webhook-endpoints/" + endpoint,
                "/api/v1/webhook-keys",
                "/api/v1/deliveries?partner=" + partner.id(),
                "/api/v1/events?partner=" + partner.id(),
                "/api/v1/audit?partner=" + partner.id(),
                "/api/v1/audit/export",
                "/api/v1/audit/verification",
                "/api/v1/connections",
                "/api/v1/connections/canary",
                "/api/v1/calls",
                "/api/v1/calls.har",
                "/api/v1/workflows/canary",
                "/api/v1/runs",
                "/api/v1/runs/" + run,
                "/api/v1/runs/" + run + "/steps",
                "/metrics");
        assertThat(paths).allSatisfy(path -> {
            String answer = SERVER.adminAnswer("GET", path, null).body();
            assertThat(Canary.sungIn(answer, CANARIES)).as(path).isEmpty();
            assertThat(answer).as(path).doesNotContain("\"d\":", "private");
        });
        List<String> gets = List.of(
                "/beta/partner/customer/v1/get", "/partner/customer/get", "/partner/customer/oauth_institutions/get");
        assertThat(gets).allSatisfy(path -> {
            String answer = partner.ok(path, partner.about(customer)).toString();
            assertThat(Canary.sungIn(answer, CANARIES)).as(path).isEmpty();
        });
    }

    @Test
    void no_agent_is_told_a_secret() {
        assertThat(agentsAnswer).contains("client_id"); // the customer, and not a refusal
        assertThat(Canary.sungIn(agentsAnswer, CANARIES)).isEmpty();
    }

    @Test
    void no_copy_of_the_database_tells_a_secret() throws Exception {
        String dump = DatabaseDump.of(SERVER.home());
        String hash = HexFormat.of().formatHex(new Secret(partner.sandboxSecret()).hash());
        assertThat(dump)
                .contains(hash)
                .contains("wire.idempotency")
                .contains("webhook.signing_key")
                .contains("journal.step");
        assertThat(Canary.sungIn(dump, CANARIES)).isEmpty();
        assertThat(dump).doesNotContain(DER_OF_P_256, "PRIVATE KEY");
    }

    /// The gateway holds the partner's secret from now on.
    private static void connect() {
        ObjectNode connection = Json.object().put("provider", "partner").put("log_bodies", true);
        connection.putObject("credentials").put("clientId", partner.clientId()).put("secret", partner.sandboxSecret());
        SERVER.admin("PUT", "/api/v1/connections/canary", connection);
    }

    /// A webhook that shows the secret, and one that shows half of it.
    private static void fire(String path) {
        for (String shown : List.of("secret-of-a-trigger-7f3a9c", "secret-of-a-trigger")) {
            SERVER.send(SERVER.request(path)
                    .header("Authorization", "Bearer " + shown)
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
                    .build());
        }
    }

    /// A run that creates an end customer over that connection, to its end.
    private static String work() throws InterruptedException {
        admin("/api/v1/workflows", Json.object().put("definition", """
                document: {dsl: 1.0.0, namespace: tests, name: canary, version: '1'}
                do:
                  - create:
                      call: openapi
                      with:
                        document: {endpoint: 'gangway:partner'}
                        operationId: betaPartnerCustomerV1Create
                        authentication: {use: canary}
                        parameters: {body: '${ . }'}
                """));
        ObjectNode trigger = Json.object().put("workflow", "canary").put("condition", "false");
        trigger.putObject("webhook").put("signature", "header").put("secret", "secret-of-a-trigger-7f3a9c");
        canary("trigger's secret", "secret-of-a-trigger-7f3a9c");
        SERVER.admin("PUT", "/api/v1/triggers/canary", trigger);
        fire(SERVER.admin("/api/v1/triggers/canary").path("path").asText());
        ObjectNode start = Json.object();
        start.set("input", Bodies.full("Canary of a run"));
        String id = admin("/api/v1/workflows/canary/runs", start).path("id").asText();
        Eventually.happens(
                "the run ends",
                () -> SERVER.admin("/api/v1/runs/" + id).path("state").asText().equals("completed"));
        return id;
    }

    /// What an agent is told that reads the customer over that connection.
    private static String ask() {
        ObjectNode call = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", "tools/call");
        ObjectNode arguments =
                call.putObject("params").put("name", "call_operation").putObject("arguments");
        arguments.put("connection", "canary").put("operation", "betaPartnerCustomerV1Get");
        arguments.putObject("parameters").set("body", Bodies.customer(customer));
        return admin("/mcp", call).toString();
    }

    private static String customer() {
        HttpResponse<String> made = partner.post(
                "/beta/partner/customer/v1/create", Bodies.full("Canary"), "Idempotency-Key", "canary-create");
        JsonNode created = Json.parse(made.body()).path("end_customer");
        canary(
                "customer's sandbox secret",
                created.path("secrets").path("sandbox").asText());
        canary(
                "customer's limited secret",
                created.path("secrets").path("production").asText());
        String id = created.path("client_id").asText();
        partner.ok(
                "/beta/partner/customer/v1/update", partner.about(id).put("legal_entity_name", "Blue Water Holding"));
        HttpResponse<String> enabled =
                partner.post("/beta/partner/customer/v1/enable", partner.about(id), "Idempotency-Key", "canary-enable");
        canary(
                "customer's production secret",
                Json.parse(enabled.body()).path("production_secret").asText());
        return id;
    }

    private static String endpoint(WebhookReceiver receiver) {
        return admin(
                        "/api/v1/partners/" + partner.id() + "/webhook-endpoints",
                        Json.object().put("url", receiver.url()).put("environment", "sandbox"))
                .path("id")
                .asText();
    }

    private static void key(String path, String name) {
        JsonNode issued = admin(path, Json.object().put("environment", "sandbox"));
        canary(name, issued.path("secret").asText());
    }

    private static JsonNode admin(String path, JsonNode body) {
        return SERVER.admin("POST", path, body);
    }

    private static void canary(String name, String secret) {
        CANARIES.add(Canary.text(name, secret));
    }

    private static String line(ILoggingEvent event) {
        String thrown = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getKeyValuePairs() + thrown;
    }
}
