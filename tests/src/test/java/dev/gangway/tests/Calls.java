package dev.gangway.tests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/// Calls to one [GangwayProcess] as the demo partner and with the demo token.
///
/// @param demo what `demo.env` says; of another node on the same database, when that one made it
record Calls(String url, Map<String, String> demo) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// @param headers names and values in turn
    HttpResponse<String> partner(String path, JsonNode body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("PLAID-CLIENT-ID", demo.get("PLAID_CLIENT_ID"))
                .header("PLAID-SECRET", demo.get("PLAID_SECRET_SANDBOX"))
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /// Creates an end customer; its client id.
    String create(String application) {
        HttpResponse<String> answer = partner("/beta/partner/customer/v1/create", Bodies.little(application));
        return Json.parse(answer.body()).path("end_customer").path("client_id").asText();
    }

    HttpResponse<String> admin(String method, String path, JsonNode body) {
        return send(request(path)
                .header("Authorization", "Bearer " + demo.get("GANGWAY_TOKEN"))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(Json.bytes(body)))
                .build());
    }

    JsonNode admin(String path) {
        return Json.parse(send(request(path)
                        .header("Authorization", "Bearer " + demo.get("GANGWAY_TOKEN"))
                        .build())
                .body());
    }

    /// The demo partner's id.
    String partnerId() {
        return admin("/api/v1/partners").path("items").path(0).path("id").asText();
    }

    /// Lets the receiver hear of every event in sandbox.
    void tell(String hook) {
        var endpoint = Json.object().put("url", hook).put("environment", "sandbox");
        endpoint.putArray("events").add("END_CUSTOMER_STATUS_UPDATED").add("END_CUSTOMER_REQUIREMENTS_UPDATED");
        HttpResponse<String> answer = admin("POST", "/api/v1/partners/" + partnerId() + "/webhook-endpoints", endpoint);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
