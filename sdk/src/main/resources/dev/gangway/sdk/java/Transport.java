package PACKAGE;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Sends operations through the gateway, and again where that is safe. Thread-safe. */
final class Transport {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");
    private static final int MOST_ATTEMPTS = 3;
    private static final long LONGEST_WAIT = 60; // seconds that a Retry-After may ask for

    private final HttpClient client;
    private final String url;
    private final String token;
    private final String connection;
    private final Map<String, String> headers;

    Transport(String url, String token, String connection) {
        this(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build(),
                url == null ? "http://localhost:8700" : url.replaceAll("/+$", ""),
                token,
                connection,
                Map.of());
    }

    private Transport(HttpClient client, String url, String token, String connection, Map<String, String> headers) {
        this.client = client;
        this.url = url;
        this.token = token;
        this.connection = connection;
        this.headers = headers;
    }

    Transport withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Transport(client, url, token, connection, more);
    }

    /** What is known of an operation. */
    record Operation(
            String method, String path, List<Wire.Parameter> parameters, String writer, String type, String idempotencyKey) {}

    HttpResponse<byte[]> send(Operation operation, Map<String, ?> parameters, Object body) {
        HttpRequest request = request(operation, parameters == null ? Map.of() : parameters, body);
        boolean safe = IDEMPOTENT.contains(operation.method())
                || !operation.idempotencyKey().isEmpty();
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == MOST_ATTEMPTS;
            try {
                HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
                int status = response.statusCode();
                if (status >= 200 && status < 300) {
                    return response;
                }
                long asked = retryAfter(response);
                boolean again = status == 429 || status == 503 ? asked >= 0 || safe : safe && (status == 502 || status == 504);
                if (last || !again || asked > LONGEST_WAIT) {
                    throw new GangwayException(status, response.headers().firstValue("x-request-id").orElse(null), content(response));
                }
                pause(asked >= 0 ? asked * 1000 : 500L << attempt);
            } catch (IOException failed) {
                boolean nothingSent = failed instanceof ConnectException || failed instanceof HttpConnectTimeoutException;
                if (last || !(safe || nothingSent)) {
                    throw new GangwayException(operation.method() + " " + operation.path() + ": " + failed, failed);
                }
                pause(500L << attempt);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new GangwayException("interrupted", stopped);
            }
        }
    }

    private static long retryAfter(HttpResponse<?> response) {
        String text = response.headers().firstValue("retry-after").orElse("");
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new GangwayException("interrupted", stopped);
        }
    }

    /** The body of an answer: read from JSON where it is that, else its text; null when it is empty. */
    static Object content(HttpResponse<byte[]> response) {
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return null;
        }
        boolean json = response.headers().firstValue("content-type").orElse("").contains("json");
        try {
            return json ? Json.read(text) : text;
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private HttpRequest request(Operation operation, Map<String, ?> parameters, Object body) {
        if (connection == null || token == null) {
            throw new GangwayException("set GANGWAY_CONNECTION and GANGWAY_TOKEN, or give them to the constructor", null);
        }
        String path = operation.path();
        List<String> query = new ArrayList<>();
        List<String> cookies = new ArrayList<>();
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(Duration.ofSeconds(60));
        headers.forEach(request::setHeader);
        request.setHeader("Authorization", "Bearer " + token);
        if (!operation.idempotencyKey().isEmpty() && !headers.containsKey(operation.idempotencyKey())) {
            request.setHeader(operation.idempotencyKey(), UUID.randomUUID().toString());
        }
        for (Wire.Parameter parameter : operation.parameters()) {
            Object value = parameters.get(parameter.name());
            if (value == null) {
                if (parameter.place().equals("path")) {
                    throw new IllegalArgumentException(operation.path() + ": " + parameter.name() + " is missing");
                }
                continue;
            }
            switch (parameter.place()) {
                case "path" -> path = path.replace("{" + parameter.wire() + "}", Wire.path(parameter, value));
                case "query" -> Wire.query(parameter, value, query);
                default -> cookies.add(parameter.wire() + "=" + Wire.header(parameter, value));
            }
        }
        if (!cookies.isEmpty()) {
            request.setHeader("Cookie", String.join("; ", cookies));
        }
        String asked = query.isEmpty() ? "" : "?" + String.join("&", query);
        return request.uri(URI.create(url + "/gateway/" + Wire.encode(connection) + path + asked))
                .method(operation.method(), body == null ? BodyPublishers.noBody() : publisher(operation, body, request))
                .build();
    }

    private static BodyPublisher publisher(Operation operation, Object body, HttpRequest.Builder request) {
        request.setHeader("Content-Type", operation.type());
        return switch (operation.writer()) {
            case "form" -> {
                List<String> pairs = new ArrayList<>();
                Wire.fields("", body, (name, value) -> pairs.add(Wire.encode(name) + "=" + Wire.encode(Wire.word(value))));
                yield BodyPublishers.ofString(String.join("&", pairs));
            }
            case "multipart" -> multipart(body, request);
            case "bytes" -> body instanceof Path file ? file(file) : BodyPublishers.ofByteArray((byte[]) body);
            case "text" -> BodyPublishers.ofString(body.toString());
            default -> BodyPublishers.ofString(Json.write(body));
        };
    }

    private static BodyPublisher multipart(Object body, HttpRequest.Builder request) {
        String boundary = UUID.randomUUID().toString();
        request.setHeader("Content-Type", "multipart/form-data; boundary=" + boundary);
        List<BodyPublisher> parts = new ArrayList<>();
        Wire.fields("", body, (name, value) -> {
            String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + inHead(name) + '"';
            if (value instanceof Path file) {
                String fileName = inHead(String.valueOf(file.getFileName()));
                parts.add(BodyPublishers.ofString(
                        head + "; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
                parts.add(file(file));
            } else {
                parts.add(BodyPublishers.ofString(head + "\r\n\r\n" + Wire.word(value)));
            }
            parts.add(BodyPublishers.ofString("\r\n"));
        });
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    private static String inHead(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static BodyPublisher file(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException missing) {
            throw new IllegalArgumentException(file + " cannot be read", missing);
        }
    }
}
