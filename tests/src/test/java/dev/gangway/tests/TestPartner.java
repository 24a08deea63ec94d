package dev.gangway.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.plaid.client.ApiClient;
import com.plaid.client.request.PlaidApi;
import dev.gangway.base.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A partner of one test, with its keys and two ways to call: the official client and plain HTTP.
record TestPartner(Server server, String id, String clientId, String sandboxSecret, String productionSecret) {
    /// The official Java client, in sandbox.
    PlaidApi sandbox() {
        return client(clientId, sandboxSecret);
    }

    /// The official Java client, in production.
    PlaidApi production() {
        return client(clientId, productionSecret);
    }

    /// The official Java client with other credentials.
    PlaidApi client(String clientId, String secret) {
        ApiClient client = new ApiClient(
                new HashMap<>(Map.of("clientId", clientId, "secret", secret, "plaidVersion", "2020-09-14")));
        client.setPlaidAdapter(server.url());
        return client.createService(PlaidApi.class);
    }

    /// Posts a body as it is, in sandbox, and answers whatever comes.
    HttpResponse<String> post(String path, JsonNode body, String... headers) {
        return postAs(sandboxSecret, path, Json.bytes(body), headers);
    }

    /// @param headers names and values in turn
    HttpResponse<String> postAs(String secret, String path, byte[] body, String... headers) {
        var request = server.request(path)
                .header("Content-Type", "application/json")
                .header("PLAID-CLIENT-ID", clientId)
                .header("PLAID-SECRET", secret)
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return server.send(request.build());
    }

    /// Posts and reads the JSON of a success.
    JsonNode ok(String path, JsonNode body) {
        HttpResponse<String> answer = post(path, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return Json.parse(answer.body());
    }

    /// Creates an end customer with as little as the beta route takes; its client id.
    String createLittle(String applicationName) {
        return ok("/beta/partner/customer/v1/create", Bodies.little(applicationName))
                .path("end_customer")
                .path("client_id")
                .asText();
    }

    /// Creates an end customer with everything, so that in sandbox it can be enabled; its client id.
    String createReady(String applicationName) {
        return ok("/beta/partner/customer/v1/create", Bodies.full(applicationName))
                .path("end_customer")
                .path("client_id")
                .asText();
    }

    JsonNode find(String customer) {
        return ok("/beta/partner/customer/v1/get", Bodies.customer(customer)).path("end_customer");
    }

    ObjectNode about(String customer) {
        return Bodies.customer(customer);
    }

    /// All that is known of an end customer, with its history, and which others there are: the same as long as nothing
    /// changes.
    JsonNode everything(String customer) {
        JsonNode document = server.admin("/api/v1/customers/" + customer);
        for (JsonNode event : document.path("timeline")) {
            ((ObjectNode) event).remove(List.of("hash", "position")); // follow soon after the event
        }
        return Json.array().add(document).add(server.admin("/api/v1/customers?partner=" + id));
    }
}
