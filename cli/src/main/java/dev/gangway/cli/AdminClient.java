package dev.gangway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Consumer;

/// Sends calls to one server. Follows no redirect, so the token never goes where it was not meant to.
final class AdminClient {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(60);

    private final Target target;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_PATIENCE)
            .build();

    AdminClient(Target target) {
        this.target = target;
    }

    /// Sends `call` and reads the answer, one JSON document or nothing.
    Reply send(Call call) {
        return exchange(call, body -> {
            byte[] bytes = body.readAllBytes();
            return new Reply.Answered(bytes.length == 0 ? MissingNode.getInstance() : JsonText.parse(bytes));
        });
    }

    /// Sends `call` and hands over the answer line by line; [Reply.Answered] only after the last.
    Reply lines(Call call, Consumer<String> line) {
        return exchange(call, body -> {
            try (var reader = new BufferedReader(new InputStreamReader(body, UTF_8))) {
                reader.lines().forEach(line);
            }
            return new Reply.Answered(MissingNode.getInstance());
        });
    }

    @FunctionalInterface
    private interface Reader {
        Reply read(InputStream body) throws IOException;
    }

    private Reply exchange(Call call, Reader reader) {
        try {
            HttpResponse<InputStream> response = http.send(request(call), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return response.statusCode() / 100 == 2 ? reader.read(body) : refusal(response.statusCode(), body);
            }
        } catch (JsonProcessingException notJson) {
            return new Reply.Unreachable(target.url() + " answered something else than JSON; is that Gangway?");
        } catch (ConnectException unreached) {
            return new Reply.Unreachable("cannot reach " + target.url() + "; is it running? `gangway up` starts it");
        } catch (HttpTimeoutException silent) {
            return new Reply.Unreachable(target.url() + " did not answer in time");
        } catch (IOException | UncheckedIOException lost) {
            return new Reply.Unreachable("lost the connection to %s, what came is incomplete: %s"
                    .formatted(target.url(), lost.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Reply.Unreachable("interrupted");
        }
    }

    private HttpRequest request(Call call) {
        JsonNode body = call.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(call.target()))
                .timeout(ANSWER_PATIENCE)
                .header("Authorization", "Bearer " + target.token())
                .header("Accept", "application/json, application/problem+json, application/x-ndjson");
        if (body == null) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofString(body.toString()))
                .build();
    }

    private Reply refusal(int status, InputStream body) throws IOException {
        JsonNode document = JsonText.parse(body.readAllBytes());
        return document.has("code")
                ? new Reply.Refused(new Problem(document))
                : new Reply.Unreachable(target.url() + " answered " + status + " as no Gangway does");
    }
}
