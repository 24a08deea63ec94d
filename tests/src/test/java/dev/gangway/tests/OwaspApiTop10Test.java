package dev.gangway.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.gangway.base.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The OWASP API Security Top 10 of 2023, one test for each item: what we do against it, at its most typical.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OwaspApiTop10Test {
    private static final String GET = "/beta/partner/customer/v1/get";
    private static final String UPDATE = "/beta/partner/customer/v1/update";
    private static final String ENABLE = "/beta/partner/customer/v1/enable";

    private final Server server = Server.shared();
    private final TestPartner partner = server.partner();

    @Test
    void api1_broken_object_level_authorization() {
        String foreign = server.partner().createReady("Somebody else's");
        List<String> paths = List.of(
                GET, UPDATE, ENABLE, "/partner/customer/get", "/partner/customer/enable", "/partner/customer/remove");
        assertThat(paths)
                .allSatisfy(path -> assertThat(WireError.of(partner.post(path, partner.about(foreign))))
                        .as("as if it did not exist")
                        .isEqualTo(WireError.of(partner.post(path, partner.about("0123456789abcdef01234567")))));
        String own = partner.createLittle("Sandbox's own");
        assertThat(partner.postAs(partner.productionSecret(), GET, Json.bytes(partner.about(own)))
                        .statusCode())
                .as("an end customer of sandbox, asked for in production")
                .isEqualTo(404);
    }

    @Test
    void api2_broken_authentication() {
        byte[] body = Json.bytes(partner.about(partner.createLittle("Guarded")));
        for (String secret : List.of("wrong", server.partner().sandboxSecret(), partner.clientId())) {
            assertThat(WireError.line(partner.postAs(secret, GET, body)))
                    .isEqualTo("400 INVALID_API_KEYS: invalid client_id or secret provided");
        }
        assertThat(admin("GET", "/api/v1/partners", "")).isEqualTo(401);
        assertThat(admin("GET", "/api/v1/partners", "Bearer gwt_" + "0".repeat(40)))
                .isEqualTo(401);
        JsonNode token = token("full");
        server.admin("DELETE", "/api/v1/tokens/" + token.path("id").asText(), null);
        assertThat(admin("GET", "/api/v1/partners", bearer(token)))
                .as("revoked")
                .isEqualTo(401);
    }

    @Test
    void api3_broken_object_property_level_authorization() {
        String customer = partner.createLittle("Ambitious");
        for (String property : List.of("status", "product_statuses", "partner", "environment", "secrets")) {
            assertThat(WireError.of(partner.post(UPDATE, partner.about(customer).put(property, "ACTIVE")))
                            .code())
                    .isEqualTo("UNKNOWN_FIELDS");
        }
        assertThat(partner.find(customer).fieldNames())
                .toIterable()
                .doesNotContain("secrets", "partner", "technical_contact");
    }

    @Test
    void api4_unrestricted_resource_consumption() {
        byte[] deep = ("[".repeat(100_000) + "]".repeat(100_000)).getBytes(UTF_8);
        assertThat(partner.postAs(partner.sandboxSecret(), UPDATE, deep).statusCode())
                .isEqualTo(400);
        assertThat(partner.postAs(partner.sandboxSecret(), UPDATE, new byte[9 << 20])
                        .statusCode())
                .isEqualTo(413);
        assertThat(server.adminAnswer("GET", "/api/v1/customers?limit=1000000", null)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void api5_broken_function_level_authorization() {
        JsonNode reader = token("read-only");
        assertThat(admin("GET", "/api/v1/partners", bearer(reader))).isEqualTo(200);
        assertThat(admin("POST", "/api/v1/partners", bearer(reader))).isEqualTo(403);
        assertThat(admin("GET", "/api/v1/partners", "Bearer " + partner.productionSecret()))
                .isEqualTo(401);
        JsonNode created = partner.ok("/beta/partner/customer/v1/create", Bodies.little("With keys of its own"))
                .path("end_customer");
        ObjectNode as = partner.about(created.path("client_id").asText())
                .put("client_id", created.path("client_id").asText())
                .put("secret", created.path("secrets").path("sandbox").asText());
        assertThat(WireError.of(server.send(server.request(GET)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(Json.bytes(as)))
                                .build()))
                        .code())
                .isEqualTo("UNAUTHORIZED_ROUTE_ACCESS");
    }

    @Test
    void api6_unrestricted_access_to_sensitive_business_flows() {
        String customer = partner.createReady("Enabled once");
        partner.ok(ENABLE, partner.about(customer));
        assertThat(WireError.of(partner.post(ENABLE, partner.about(customer))).code())
                .isEqualTo("CUSTOMER_ALREADY_ENABLED");
        assertThat(WireError.of(partner.post("/partner/customer/remove", partner.about(customer)))
                        .code())
                .isEqualTo("CUSTOMER_REMOVAL_NOT_ALLOWED");
        byte[] decision = Json.bytes(partner.about(customer).put("decision", "APPROVE"));
        assertThat(partner.postAs(partner.productionSecret(), "/sandbox/partner/customer/review", decision)
                        .statusCode())
                .as("nobody approves its own end customer in production")
                .isBetween(400, 404);
    }

    @Test
    void api7_server_side_request_forgery() {
        for (String url : List.of("http://169.254.169.254/latest", "http://[fd00:ec2::254]/", "http://2852039166/")) {
            assertThat(server.adminAnswer("POST", endpoints(), endpoint(url)).statusCode())
                    .as(url)
                    .isEqualTo(400);
        }
    }

    @Test
    void api8_security_misconfiguration() {
        HttpResponse<String> answer = partner.post(GET, partner.about("0123456789abcdef01234567"));
        assertThat(answer.headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cache-control", List.of("no-store"))
                .doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
        assertThat(answer.body()).doesNotContain("Exception", "dev.gangway", "select ");
        assertThat(server.adminAnswer("GET", "/api/v1/customers?after=%00%ff'", null)
                        .statusCode())
                .isLessThan(500);
    }

    @Test
    void api9_improper_inventory_management() {
        String documented =
                server.send(server.request("/openapi/partner-api.yaml").build()).body();
        assertThat(documented).contains(GET + ":", UPDATE + ":", ENABLE + ":");
        for (String old : List.of("/api/v0/partners", "/api/partners", "/debug", "/actuator", "/admin", "/.env")) {
            assertThat(server.adminAnswer("GET", old, null).statusCode())
                    .as(old)
                    .isEqualTo(404);
        }
    }

    @Test
    void api10_unsafe_consumption_of_apis() throws Exception {
        AtomicInteger led = new AtomicInteger();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        receiver.createContext("/elsewhere", exchange -> {
            led.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        try {
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
            String made =
                    server.admin("POST", endpoints(), endpoint(url)).path("id").asText();
            JsonNode test = server.admin("POST", "/api/v1/webhook-endpoints/" + made + "/test", Json.object());
            assertThat(test.path("delivered").asBoolean(true))
                    .as(test.toString())
                    .isFalse();
            assertThat(led).as("redirects that were followed").hasValue(0);
        } finally {
            receiver.stop(0);
        }
    }

    private JsonNode token(String scope) {
        return server.admin(
                "POST", "/api/v1/tokens", Json.object().put("name", "of a test").put("scope", scope));
    }

    private static String bearer(JsonNode token) {
        return "Bearer " + token.path("token").asText();
    }

    private int admin(String method, String path, String authorization) {
        var request = server.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{\"name\": \"A partner\"}"));
        return server.send(
                        authorization.isEmpty()
                                ? request.build()
                                : request.header("Authorization", authorization).build())
                .statusCode();
    }

    private String endpoints() {
        return "/api/v1/partners/" + partner.id() + "/webhook-endpoints";
    }

    private static ObjectNode endpoint(String url) {
        return Json.object().put("url", url).put("environment", "sandbox");
    }
}
