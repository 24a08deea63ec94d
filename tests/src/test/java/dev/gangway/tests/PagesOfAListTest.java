package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// A workflow reads a long list of the product's own API, page by page.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagesOfAListTest {
    private static final Server SERVER = Server.shared();
    private static final int RUNS = 5;
    private static final String LISTED = """
            document: {dsl: 1.0.0, namespace: tests, name: listed, version: '1'}
            do: [{nothing: {set: {}}}]
            """;
    private static final String LISTING = """
            document: {dsl: 1.0.0, namespace: tests, name: listing, version: '1'}
            do:
              - runs:
                  call: openapi
                  with:
                    document: {endpoint: gangway:admin}
                    operationId: listRuns
                    authentication: {use: own-admin}
                    parameters: {workflow: listed, limit: 2}
                  metadata:
                    pages: {items: '${ .items }', next: '${ .next }', into: /parameters/after}
              - ids: {set: '${ [.[] | .id] }'}
            """;

    @Test
    void all_items_come_in_order_and_each_page_is_a_step() throws Exception {
        ObjectNode connection = Json.object().put("provider", "admin").put("server", SERVER.url());
        connection
                .putObject("credentials")
                .put("accessToken", SERVER.demo().token().reveal());
        SERVER.admin("PUT", "/api/v1/connections/own-admin", connection);
        save(LISTED);
        save(LISTING);
        List<String> listed =
                IntStream.range(0, RUNS).mapToObj(_ -> start("listed")).toList();

        String run = start("listing");
        Eventually.happens(
                "it ends",
                () -> !SERVER.admin("/api/v1/runs/" + run).path("ended_at").isNull());

        JsonNode ended = SERVER.admin("/api/v1/runs/" + run);
        assertThat(ended.path("output").valueStream().map(JsonNode::asText))
                .as(ended.toString())
                .containsExactlyElementsOf(listed.reversed());
        assertThat(SERVER.admin("/api/v1/runs/" + run + "/steps").path("items").valueStream())
                .extracting(step -> step.path("path").asText())
                .containsExactly("/runs[0]", "/runs[1]", "/runs[2]");
        assertThat(SERVER.admin("/api/v1/runs/" + run + "/tasks").path("items").valueStream())
                .extracting(task -> task.path("path").asText())
                .containsExactly("/runs", "/ids");
    }

    private static void save(String definition) {
        SERVER.admin("POST", "/api/v1/workflows", Json.object().put("definition", definition));
    }

    private static String start(String workflow) {
        return SERVER.admin("POST", "/api/v1/workflows/" + workflow + "/runs", Json.object())
                .path("id")
                .asText();
    }
}
