package dev.gangway.bench;

import dev.gangway.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A plain client of the partner API, for what is not measured.
final class PartnerClient implements AutoCloseable {
    static final String GET = "/beta/partner/customer/v1/get";
    private static final String CREATE = "/beta/partner/customer/v1/create";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DemoKeys keys;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    PartnerClient(DemoKeys keys) {
        this.keys = keys;
    }

    /// Creates an end customer.
    ///
    /// @param name of its application, unique
    /// @return its client id
    String create(String name) {
        return Json.parse(answer(CREATE, SampleBody.create(name)))
                .at("/end_customer/client_id")
                .asText();
    }

    /// What `get` answers, byte for byte.
    byte[] get(String customer) {
        return answer(GET, Json.bytes(Json.object().put("end_customer_client_id", customer)));
    }

    private byte[] answer(String path, byte[] body) {
        HttpResponse<byte[]> response = post(path, body);
        if (response.statusCode() != 200) {
            throw new BenchException("%s answered %d".formatted(path, response.statusCode()));
        }
        return response.body();
    }

    /// Sends any body.
    HttpResponse<byte[]> post(String path, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(keys.url().resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("PLAID-CLIENT-ID", keys.clientId())
                .header("PLAID-SECRET", keys.sandboxSecret())
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
