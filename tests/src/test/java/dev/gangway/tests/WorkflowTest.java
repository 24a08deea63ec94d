package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Workflows against the product itself, over its admin API.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkflowTest {
    private static final Server SERVER = Server.shared();
    private static final Upstream CRM = Upstream.friendly();

    @BeforeAll
    static void connect() {
        ObjectNode connection = Json.object().put("provider", "admin").put("server", CRM.url());
        connection.putObject("credentials").put("accessToken", "crm-credential-of-this-test");
        SERVER.admin("PUT", "/api/v1/connections/crm", connection);
    }

    private static JsonNode save(String text) {
        return SERVER.admin("POST", "/api/v1/workflows", Json.object().put("definition", text));
    }

    private static String text(String name, String rest) {
        return "document: {dsl: 1.0.0, namespace: tests, name: %s, version: '1'}\n".formatted(name) + rest;
    }

    private static String start(String workflow, JsonNode input) {
        ObjectNode body = Json.object();
        body.set("input", input);
        return SERVER.admin("POST", "/api/v1/workflows/" + workflow + "/runs", body)
                .path("id")
                .asText();
    }

    private static JsonNode run(String id) {
        return SERVER.admin("/api/v1/runs/" + id);
    }

    private static JsonNode ended(String id) throws InterruptedException {
        Eventually.happens("the run ends", () -> !run(id).path("ended_at").isNull());
        return run(id);
    }

    @Test
    void the_onboarding_that_is_shipped_goes_from_little_to_enabled_at_every_bank() throws Exception {
        save(resource("/dev/gangway/app/onboarding.yaml"));
        ObjectNode input = Json.object().put("crm", CRM.url() + "/onboarded");
        input.set("customer", Bodies.little("Onboarded by a workflow"));
        String id = start("onboarding", input);
        Eventually.happens(
                "it waits for what is due",
                () -> run(id).path("waits_for").asText().equals("events"));
        String customer = SERVER.admin("/api/v1/runs/" + id + "/steps")
                .path("items")
                .path(0)
                .at("/done/body/end_customer/client_id")
                .asText();

        ObjectNode values = Bodies.full("Onboarded by a workflow");
        values.put("logo", Pictures.logo());
        ObjectNode event = Json.object().put("type", "customer.information");
        event.putObject("data").put("end_customer_client_id", customer).set("values", values);
        assertThat(SERVER.admin("POST", "/api/v1/workflow-events", event)
                        .path("runs")
                        .asInt())
                .isPositive();

        JsonNode run = ended(id);
        assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("completed");
        assertThat(run.path("output").path("customer").asText()).isEqualTo(customer);
        assertThat(SERVER.admin("/api/v1/customers/" + customer).path("status").asText())
                .isEqualTo("ACTIVE");
        assertThat(CRM.last().line()).isEqualTo("POST /onboarded HTTP/1.1");
        assertThat(CRM.last().text()).contains(customer);
        assertThat(CRM.last().header("Authorization")).contains("Bearer crm-credential-of-this-test");
    }

    @Test
    void a_task_is_tested_with_answers_that_never_came_through_all_its_retries() {
        int before = CRM.seen().size();
        ObjectNode test = Json.object();
        test.set("task", Json.parse("""
                {"patient": {
                  "try": [{"ask": {"call": "http", "with": {"method": "get", "endpoint": {
                    "uri": "%s/asked", "authentication": {"use": "crm"}}}}}],
                  "catch": {"retry": {"delay": "PT1H", "limit": {"attempt": {"count": 5}}}}}}
                """.formatted(CRM.url())));
        test.set(
                "answers",
                Json.parse(
                        "[{\"status\": 503, \"retry_after\": 60}, {\"status\": 429}, {\"status\": 200, \"body\": {\"well\": true}}]"));
        JsonNode tested = SERVER.admin("POST", "/api/v1/workflow-tests", test);
        assertThat(tested.path("output").path("well").asBoolean())
                .as(tested.toString())
                .isTrue();
        assertThat(tested.path("steps")
                        .valueStream()
                        .map(step -> step.at("/failed/status").asInt()))
                .containsExactly(503, 429, 0);

        test.set("answers", Json.parse("[{\"status\": 503}]"));
        JsonNode failed = SERVER.admin("POST", "/api/v1/workflow-tests", test);
        assertThat(failed.at("/error/status").asInt()).isEqualTo(503);
        assertThat(CRM.seen()).as("nothing was sent").hasSize(before);
    }

    @Test
    void a_task_is_tested_alone_as_a_run_would_perform_it() {
        ObjectNode test = Json.object();
        test.set("task", Json.parse("""
                {"create": {"call": "openapi", "with": {
                  "document": {"endpoint": "gangway:partner"}, "operationId": "betaPartnerCustomerV1Create",
                  "authentication": {"use": "local-sandbox"}, "parameters": {"body": "${ . }"}},
                  "output": {"as": "${ .end_customer.status }"}}}
                """));
        test.set("input", Bodies.full("Tested alone"));
        JsonNode tested = SERVER.admin("POST", "/api/v1/workflow-tests", test);
        assertThat(tested.path("output").isTextual()).as(tested.toString()).isTrue();
        assertThat(tested.at("/steps/0/arguments/parameters/body/application_name")
                        .asText())
                .isEqualTo("Tested alone");
        assertThat(tested.at("/steps/0/done/status").asInt()).isEqualTo(200);
        assertThat(tested.path("stages").findValuesAsText("stage")).containsExactly("input", "result", "output.as");
        assertThat(tested.at("/stages/2/value")).isEqualTo(tested.path("output"));
        assertThat(tested.at("/steps/0/exchange/request").asText())
                .startsWith("POST " + SERVER.url() + "/beta/partner/customer/v1/create\n")
                .contains("\nPLAID-SECRET: ***\n", "\nIdempotency-Key: ", "\n\n{", "\"Tested alone\"");
        assertThat(tested.at("/steps/0/exchange/response").asText())
                .startsWith("HTTP 200\n")
                .contains("\nContent-Type: application/json; charset=utf-8\n", "\n\n{\"end_customer\":");
        assertThat(tested.toString())
                .doesNotContain(SERVER.demo().sandbox().reveal())
                .doesNotMatch(".*\"(sandbox|production)\":\"[0-9a-f]{30}.*");

        test.set("task", Json.parse("{\"create\": {\"call\": \"grpc\"}}"));
        assertThat(SERVER.adminAnswer("POST", "/api/v1/workflow-tests", test).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_workflow_is_removed_when_nothing_needs_it_any_more_and_what_ran_can_still_be_read() throws Exception {
        save(text("passing", "do: [{rest: {listen: {to: {one: {with: {type: passing.on}}}}}}]"));
        save(text("calling", "do: [{pass: {run: {workflow: {namespace: tests, name: passing, version: latest}}}}]"));
        ObjectNode trigger = Json.object().put("workflow", "passing");
        trigger.putObject("schedule").put("cron", "0 3 1 1 *");
        SERVER.admin("PUT", "/api/v1/triggers/passing-yearly", trigger);
        String run = start("passing", Json.object());

        assertThat(refusal("passing"))
                .contains(
                        "a run that is not over", "trigger passing-yearly", "workflow calling", "Nothing was removed");
        SERVER.admin("POST", "/api/v1/runs/" + run + "/events", Json.object().put("type", "passing.on"));
        ended(run);
        SERVER.admin("DELETE", "/api/v1/triggers/passing-yearly", Json.object());
        assertThat(refusal("passing")).contains("is needed by workflow calling.");
        SERVER.admin("DELETE", "/api/v1/workflows/calling", Json.object());
        SERVER.admin("DELETE", "/api/v1/workflows/passing", Json.object());

        assertThat(status("GET", "/api/v1/workflows/passing")).isEqualTo(404);
        assertThat(status("DELETE", "/api/v1/workflows/passing")).isEqualTo(404);
        assertThat(status("POST", "/api/v1/workflows/passing/runs")).isEqualTo(404);
        assertThat(SERVER.admin("/api/v1/workflows").path("items").findValuesAsText("name"))
                .doesNotContain("passing", "calling");
        assertThat(SERVER.admin("/api/v1/runs/" + run + "/tasks").path("items").isEmpty())
                .as("what ran can still be read")
                .isFalse();

        String gone = SERVER.admin("/api/v1/runs/" + run).path("version").asText();
        save(text("passing", "do: [{rest: {set: {anew: true}}}]"));
        assertThat(SERVER.adminAnswer(
                                "POST",
                                "/api/v1/workflows/passing/runs",
                                Json.object().put("version", gone))
                        .statusCode())
                .as("nothing begins with what was removed")
                .isEqualTo(404);
        assertThat(SERVER.admin("/api/v1/workflows/passing/versions").path("items"))
                .hasSize(1);
        assertThat(ended(start("passing", Json.object())).path("state").asText())
                .isEqualTo("completed");
    }

    private static String refusal(String workflow) {
        HttpResponse<String> answer = SERVER.adminAnswer("DELETE", "/api/v1/workflows/" + workflow, Json.object());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        return answer.body();
    }

    private static int status(String method, String path) {
        return SERVER.adminAnswer(method, path, Json.object()).statusCode();
    }

    @Test
    void a_journal_keeps_neither_credentials_nor_secrets_that_come_back() throws Exception {
        save(text("secretive", """
                do:
                  - create:
                      call: openapi
                      with:
                        document: {endpoint: 'gangway:partner'}
                        operationId: betaPartnerCustomerV1Create
                        authentication: {use: local-sandbox}
                        output: response
                        parameters: {body: '${ . }'}
                """));
        String id = start("secretive", Bodies.full("Created with a secret"));
        JsonNode run = ended(id);
        assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("completed");
        String seen = run + SERVER.admin("/api/v1/runs/" + id + "/steps").toString();
        assertThat(seen)
                .contains("secrets")
                .doesNotContain(SERVER.demo().sandbox().reveal());
        assertThat(run.at("/output/body/end_customer/secrets/sandbox").asText()).doesNotMatch("[0-9a-f]{30}");
    }

    @Test
    void what_is_wrong_with_a_definition_is_told_with_its_line_and_nothing_is_kept() throws Exception {
        String wrong = text("wrong", "do:\n  - a: {set: {}}\n  - b: {call: grpc}\n");
        JsonNode flaws = SERVER.admin(
                        "POST", "/api/v1/workflow-checks", Json.object().put("definition", wrong))
                .path("flaws");
        assertThat(flaws).hasSize(1);
        assertThat(flaws.path(0).path("line").asInt()).isEqualTo(4);
        HttpResponse<String> refused =
                SERVER.adminAnswer("POST", "/api/v1/workflows", Json.object().put("definition", wrong));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("REQUEST_INVALID", "line 4");
        assertThat(SERVER.adminAnswer("GET", "/api/v1/workflows/wrong", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_same_key_starts_nothing_twice() throws Exception {
        save(text("once", "do: [{a: {set: {}}}]"));
        ObjectNode body = Json.object().put("dedup_key", "crm-1");
        HttpResponse<String> first = SERVER.adminAnswer("POST", "/api/v1/workflows/once/runs", body);
        HttpResponse<String> second = SERVER.adminAnswer("POST", "/api/v1/workflows/once/runs", body);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(Json.parse(second.body()).path("id"))
                .isEqualTo(Json.parse(first.body()).path("id"));
    }

    @Test
    void an_input_that_is_too_large_starts_nothing() {
        save(text("modest", "do: [{a: {set: {}}}]"));
        ObjectNode body = Json.object();
        body.putObject("input").put("text", "x".repeat(1 << 18));
        HttpResponse<String> refused = SERVER.adminAnswer("POST", "/api/v1/workflows/modest/runs", body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("input: at most 256 KiB");
        assertThat(SERVER.admin("/api/v1/runs?workflow=modest").path("items")).isEmpty();
    }

    @Test
    void a_run_is_suspended_resumed_signalled_and_cancelled() throws Exception {
        save(text("told", """
                do:
                  - hear: {listen: {to: {one: {with: {type: go}}}}}
                  - nap: {wait: P1D}
                """));
        String id = start("told", Json.object());
        act(id, "suspend");
        signal(id);
        assertThat(run(id).path("state").asText()).isEqualTo("suspended");
        act(id, "resume");
        Eventually.happens("it sleeps", () -> run(id).path("waits_for").asText().equals("sleep"));
        act(id, "cancel");
        assertThat(ended(id).path("state").asText()).isEqualTo("cancelled");
        HttpResponse<String> gone = SERVER.adminAnswer(
                "POST", "/api/v1/runs/" + id + "/events", Json.object().put("type", "go"));
        assertThat(gone.statusCode()).isEqualTo(409);
    }

    @Test
    void a_failed_run_says_where_and_goes_on_from_there_when_it_is_told_to() throws Exception {
        save(text("broken", """
                do:
                  - kept: {set: {n: 1}}
                  - look:
                      call: openapi
                      with:
                        document: {endpoint: 'gangway:partner'}
                        operationId: betaPartnerCustomerV1Get
                        authentication: {use: local-sandbox}
                        parameters: {body: {end_customer_client_id: '${ $workflow.input.who }'}}
                """));
        String id = start("broken", Json.object().put("who", "0".repeat(24)));
        JsonNode failed = ended(id);
        assertThat(failed.path("state").asText()).isEqualTo("failed");
        assertThat(failed.path("error").path("instance").asText()).isEqualTo("/look");
        assertThat(failed.path("error")
                        .path("response")
                        .path("body")
                        .path("error_code")
                        .asText())
                .isEqualTo("CUSTOMER_NOT_FOUND");
        act(id, "retry");
        assertThat(ended(id).path("state").asText()).isEqualTo("failed");
    }

    @Test
    void a_run_goes_on_with_the_version_that_it_began_with() throws Exception {
        String before =
                text("pinned", "do: [{hear: {listen: {to: {one: {with: {type: go}}}}}}, {end: {set: {of: 1}}}]");
        String first = save(before).path("version").asText();
        String id = start("pinned", Json.object());
        Eventually.happens("it waits", () -> run(id).path("waits_for").asText().equals("events"));
        String second = save(before.replace("of: 1", "of: 2")).path("version").asText();
        assertThat(save(before.replace("of: 1", "of: 2")).path("version").asText())
                .as("the same text again")
                .isEqualTo(second);
        assertThat(SERVER.admin("/api/v1/workflows/pinned/versions")
                        .path("items")
                        .findValuesAsText("version"))
                .containsExactly(second, first);
        signal(id);
        assertThat(ended(id).path("output")).isEqualTo(Json.parse("{\"of\": 1}"));
        assertThat(run(start("pinned", Json.object())).path("version").asText()).isEqualTo(second);
    }

    @Test
    void a_run_that_needs_a_person_is_counted_for_whoever_sends_alerts() throws Exception {
        save(text("moved", "do: [{a: {wait: {milliseconds: 1}}}, {b: {wait: P1D}}]"));
        String id = start("moved", Json.object());
        Eventually.happens("it waits", () -> run(id).path("waits_at").asText().equals("/b"));
        int before = stuckRuns();
        String other = save(text("moved", "do: [{other: {wait: {milliseconds: 1}}}, {b: {wait: P1D}}]"))
                .path("version")
                .asText();
        SERVER.admin("POST", "/api/v1/runs/" + id + "/move", Json.object().put("version", other));
        Eventually.happens("it is stuck", () -> run(id).path("state").asText().equals("stuck"));
        assertThat(stuckRuns()).isEqualTo(before + 1);
        act(id, "cancel");
        Eventually.happens("it is not", () -> stuckRuns() == before);
    }

    private static int stuckRuns() {
        Matcher count = Pattern.compile("(?m)^gangway_stuck_runs ([0-9.]+)$")
                .matcher(SERVER.adminAnswer("GET", "/metrics", null).body());
        assertThat(count.find()).isTrue();
        return (int) Double.parseDouble(count.group(1));
    }

    private static void act(String run, String action) {
        SERVER.admin("POST", "/api/v1/runs/" + run + "/" + action, null);
    }

    private static void signal(String run) {
        SERVER.admin("POST", "/api/v1/runs/" + run + "/events", Json.object().put("type", "go"));
    }

    static String resource(String name) throws IOException {
        try (InputStream in = WorkflowTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
