package dev.gangway.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.app.FirstStart;
import dev.gangway.app.Gangway;
import dev.gangway.app.GangwayConfig;
import dev.gangway.app.Mode;
import dev.gangway.base.Clocks;
import dev.gangway.base.EdgeConfig;
import dev.gangway.base.Json;
import dev.gangway.base.Route;
import dev.gangway.gateway.GatewayConfig;
import dev.gangway.registration.RegistrationConfig;
import dev.gangway.registration.RegistrationPace;
import dev.gangway.webhook.WebhookConfig;
import dev.gangway.wire.WireConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The whole product, started once for all tests of a JVM: real HTTP on a free port, a real embedded PostgreSQL in a
/// folder of its own, both stopped when the JVM ends. Tests share it, so each makes partners of its own.
final class Server {
    static final Duration BANK_STEP = Duration.ofMillis(100); // so that a registration ends within a second
    static final int HOOKS_PER_SECOND = 50;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Gangway gangway;
    private final Path home;
    private final FirstStart.Demo demo;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Server(Gangway gangway, Path home) {
        this.gangway = gangway;
        this.home = home;
        this.demo = gangway.firstStart().demo().orElseThrow();
    }

    private static final class Shared {
        private static final Server SERVER = start();
    }

    static Server shared() {
        return Shared.SERVER;
    }

    private static Server start() {
        Path home = temporaryFolder();
        Gangway gangway = Gangway.start(config(home), Clocks.of(InstantSource.system()));
        Runtime.getRuntime().addShutdownHook(new Thread(gangway::close));
        return new Server(gangway, home);
    }

    private static GangwayConfig config(Path home) {
        RegistrationPace pace = new RegistrationPace(BANK_STEP, BANK_STEP, BANK_STEP);
        return new GangwayConfig(
                Mode.LOCAL,
                home,
                new EdgeConfig("127.0.0.1", 0, 8 << 20, Duration.ofSeconds(1), Duration.ofMinutes(2), Set.of()),
                Optional.empty(),
                16,
                Optional.empty(),
                Optional.empty(),
                WebhookConfig.defaults(true),
                new RegistrationConfig(pace, pace),
                new GatewayConfig(true, false, 0, Duration.ofDays(1)),
                Duration.ofDays(1),
                Optional.empty(),
                HOOKS_PER_SECOND,
                new WireConfig("/docs/errors", 0, 0, false));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("gangway-tests");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    String url() {
        return "http://127.0.0.1:" + gangway.port();
    }

    /// Everything that it serves.
    List<Route> routes() {
        return gangway.routes();
    }

    /// The data folder.
    Path home() {
        return home;
    }

    /// The path of a link that signs a browser in, once.
    String signInPath() {
        return "/sign-in/" + gangway.firstStart().link().reveal();
    }

    /// What the first start made.
    FirstStart.Demo demo() {
        return demo;
    }

    /// A new partner that has done what a partner must do first, with a key for each environment.
    TestPartner partner() {
        return partner(_ -> {});
    }

    /// @param settings changes the settings of the new partner
    TestPartner partner(Consumer<ObjectNode> settings) {
        ObjectNode body = Json.object().put("name", "Partner of a test");
        ObjectNode given = body.putObject("settings");
        given.put("flowdown_completed", true).put("questionnaire_completed", true);
        settings.accept(given);
        JsonNode made = admin("POST", "/api/v1/partners", body);
        String id = made.path("id").asText();
        return new TestPartner(this, id, made.path("client_id").asText(), key(id, "sandbox"), key(id, "production"));
    }

    private String key(String partner, String environment) {
        ObjectNode body = Json.object().put("environment", environment);
        return admin("POST", "/api/v1/partners/" + partner + "/keys", body)
                .path("secret")
                .asText();
    }

    /// Calls the admin API with a token that may write, and expects success.
    ///
    /// @param body null for none
    JsonNode admin(String method, String path, JsonNode body) {
        HttpResponse<String> answer = adminAnswer(method, path, body);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? Json.object() : Json.parse(answer.body());
    }

    JsonNode admin(String path) {
        return admin("GET", path, null);
    }

    HttpResponse<String> adminAnswer(String method, String path, JsonNode body) {
        return send(request(path)
                .header("Authorization", "Bearer " + demo.token().reveal())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.bytes(body)))
                .build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).timeout(PATIENCE);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
