package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// An agent with the official client of the Model Context Protocol, at the running product.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AgentTest {
    private static final Server SERVER = Server.shared();

    private static McpSyncClient agent(String token) {
        McpSyncClient client = McpClient.sync(HttpClientStreamableHttpTransport.builder(SERVER.url())
                        .endpoint("/mcp")
                        .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                        .build())
                .build();
        client.initialize();
        return client;
    }

    private static String fullToken() {
        return SERVER.demo().token().reveal();
    }

    /// A token for the gateway alone, over one connection and for one operation.
    private static String scopedToken() {
        ObjectNode body = Json.object().put("name", "agent").put("scope", "gateway");
        body.putArray("connections").add("local-sandbox");
        body.putArray("operations").add("betaPartnerCustomerV1Get");
        return SERVER.admin("POST", "/api/v1/tokens", body).path("token").asText();
    }

    private record Told(JsonNode value, boolean isError) {}

    private static Told call(McpSyncClient agent, String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = agent.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        String text = ((McpSchema.TextContent) result.content().getFirst()).text();
        return new Told(Json.parse(text), Boolean.TRUE.equals(result.isError()));
    }

    @Test
    void an_agent_finds_an_operation_reads_it_and_calls_it() {
        try (McpSyncClient agent = agent(fullToken())) {
            assertThat(agent.listTools().tools())
                    .extracting(McpSchema.Tool::name)
                    .containsExactly("search_operations", "describe_operation", "list_connections", "call_operation");

            JsonNode found = call(agent, "search_operations", Map.of("query", "create end customer"))
                    .value()
                    .path("operations");
            assertThat(found)
                    .anySatisfy(
                            hit -> assertThat(hit.path("operation").asText()).isEqualTo("betaPartnerCustomerV1Create"));

            JsonNode described = call(
                            agent,
                            "describe_operation",
                            Map.of("provider", "partner", "operation", "betaPartnerCustomerV1Create"))
                    .value();
            assertThat(described.path("body").path("fields"))
                    .anySatisfy(field -> {
                        assertThat(field.path("name").asText()).isEqualTo("application_name");
                        assertThat(field.path("required").asBoolean()).isTrue();
                    })
                    .noneSatisfy(
                            field -> assertThat(field.path("name").asText()).isEqualTo("secret"));

            assertThat(call(agent, "list_connections", Map.of()).value().path("connections"))
                    .anySatisfy(connection ->
                            assertThat(connection.path("connection").asText()).isEqualTo("local-sandbox"));

            Told created = call(
                    agent,
                    "call_operation",
                    Map.of(
                            "connection",
                            "local-sandbox",
                            "operation",
                            "betaPartnerCustomerV1Create",
                            "parameters",
                            Map.of("body", map(Bodies.full("Created by an agent")))));
            assertThat(created.isError()).as(created.value().toString()).isFalse();
            assertThat(created.value().at("/body/end_customer/client_id").asText())
                    .hasSize(24);
            assertThat(created.value().at("/body/end_customer/secrets/sandbox").asText())
                    .doesNotMatch("[0-9a-f]{30}");
        }
    }

    @Test
    void what_a_call_lacks_is_told_as_a_result_and_nothing_is_sent() {
        try (McpSyncClient agent = agent(fullToken())) {
            Told refused = call(
                    agent,
                    "call_operation",
                    Map.of(
                            "connection",
                            "local-sandbox",
                            "operation",
                            "betaPartnerCustomerV1Create",
                            "parameters",
                            Map.of("body", Map.of("company_name", "Blue Water"))));
            assertThat(refused.isError()).isTrue();
            assertThat(refused.value().path("error").asText()).contains("application_name is missing");
            Told answered = call(
                    agent,
                    "call_operation",
                    Map.of(
                            "connection",
                            "local-sandbox",
                            "operation",
                            "betaPartnerCustomerV1Get",
                            "parameters",
                            Map.of("body", Map.of("end_customer_client_id", "0".repeat(24)))));
            assertThat(answered.isError()).isTrue();
            assertThat(answered.value().at("/response/body/error_code").asText())
                    .isEqualTo("CUSTOMER_NOT_FOUND");
        }
    }

    @Test
    void what_a_token_does_not_reach_looks_like_nothing() {
        try (McpSyncClient agent = agent(scopedToken())) {
            assertThat(call(agent, "list_connections", Map.of()).value().path("connections"))
                    .hasSize(1);
            assertThat(call(agent, "search_operations", Map.of("query", "tokens"))
                            .value()
                            .path("operations"))
                    .isEmpty();
            for (String connection : new String[] {"local-production", "nowhere"}) {
                Told refused = call(
                        agent,
                        "call_operation",
                        Map.of("connection", connection, "operation", "betaPartnerCustomerV1Get"));
                assertThat(refused.isError()).isTrue();
                assertThat(refused.value().path("error").asText()).startsWith("There is no connection " + connection);
            }
            Told operation = call(
                    agent,
                    "call_operation",
                    Map.of("connection", "local-sandbox", "operation", "betaPartnerCustomerV1Enable"));
            assertThat(operation.value().path("error").asText()).contains("no operation betaPartnerCustomerV1Enable");
        }
    }

    @Test
    void nobody_speaks_without_a_token_and_calls_are_in_the_log() {
        assertThat(post("", "{}").statusCode()).isEqualTo(401);
        try (McpSyncClient agent = agent(fullToken())) {
            call(
                    agent,
                    "call_operation",
                    Map.of(
                            "connection",
                            "local-sandbox",
                            "operation",
                            "betaPartnerCustomerV1Get",
                            "parameters",
                            Map.of("body", Map.of("end_customer_client_id", "1".repeat(24)))));
        }
        assertThatCode(() -> Eventually.happens(
                        "the call is in the log",
                        () -> SERVER
                                .admin("/api/v1/calls?operation=betaPartnerCustomerV1Get&limit=200")
                                .path("items")
                                .findValuesAsText("caller")
                                .stream()
                                .anyMatch(caller -> caller.startsWith("token:"))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_message_that_is_none_is_a_protocol_error() {
        assertThat(post(fullToken(), "no json").statusCode()).isEqualTo(400);
        assertThat(post(fullToken(), "[]").statusCode()).isEqualTo(400);
        JsonNode unknown = Json.parse(post(fullToken(), "{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"fly\"}")
                .body());
        assertThat(unknown.at("/error/code").asInt()).isEqualTo(-32_601);
        assertThat(unknown.path("id").asInt()).isEqualTo(7);
        assertThat(post(fullToken(), "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    private static HttpResponse<String> post(String token, String body) {
        HttpRequest.Builder request = SERVER.request("/mcp").header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return SERVER.send(request.POST(BodyPublishers.ofString(body)).build());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode node) {
        return Json.MAPPER.convertValue(node, Map.class);
    }
}
