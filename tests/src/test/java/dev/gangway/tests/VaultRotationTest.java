package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keys of the vault are replaced while two nodes work; what was sealed needs the newest alone afterwards.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VaultRotationTest {
    private static final int ROTATIONS = 6;

    @TempDir
    private Path folder;

    @Test
    void no_call_fails_meanwhile_and_the_old_keys_can_go_afterwards() throws Exception {
        NodesOfOneDatabase nodes = new NodesOfOneDatabase(folder);
        try (Upstream upstream = Upstream.friendly();
                WebhookReceiver receiver = new WebhookReceiver()) {
            try (GangwayProcess first = nodes.first()) {
                Calls atFirst = new Calls(first.awaitUrl(), first.demo());
                connect(atFirst, upstream.url());
                atFirst.tell(receiver.url());
                told(atFirst, receiver, "Told before");
                try (GangwayProcess second = nodes.second()) {
                    Calls atSecond = new Calls(second.awaitUrl(), first.demo());
                    rotateUnderLoad(atFirst, atSecond, upstream.url());
                    Eventually.happens("nothing that lasts is left", () -> left(atFirst) == 0);
                    assertThat(keys(atFirst)).hasSize(ROTATIONS + 1).isEqualTo(keys(atSecond));
                }
            }
            forgetOldKeys(folder.resolve("first/vault.json"));
            try (GangwayProcess first = nodes.first()) {
                Calls again = new Calls(first.awaitUrl(), first.demo());
                assertThat(keys(again)).as("none is missed").hasSize(1);
                assertThat(call(again)).isEqualTo(200);
                told(again, receiver, "Told afterwards");
            }
        }
    }

    private static void rotateUnderLoad(Calls atFirst, Calls atSecond, String bank) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Set<Integer>>> answers = List.of(
                    callers.submit(() -> statuses(atFirst, over)), callers.submit(() -> statuses(atSecond, over)));
            for (int rotation = 0; rotation < ROTATIONS; rotation++) {
                Calls one = rotation % 2 == 0 ? atFirst : atSecond;
                Calls other = rotation % 2 == 0 ? atSecond : atFirst;
                assertThat(one.admin("POST", "/api/v1/vault-keys/rotation", Json.object())
                                .statusCode())
                        .isEqualTo(201);
                connect(other, bank);
            }
            over.set(true);
            for (Future<Set<Integer>> answer : answers) {
                assertThat(answer.get()).containsExactly(200);
            }
        }
    }

    private static Set<Integer> statuses(Calls node, AtomicBoolean over) {
        Set<Integer> statuses = new HashSet<>();
        do {
            statuses.add(call(node));
        } while (!over.get());
        return statuses;
    }

    private static void connect(Calls node, String bank) {
        ObjectNode connection = Json.object().put("provider", "admin").put("server", bank);
        connection.putObject("credentials").put("accessToken", "x");
        assertThat(node.admin("PUT", "/api/v1/connections/bank", connection).statusCode())
                .isBetween(200, 201);
    }

    private static int call(Calls node) {
        return node.admin("POST", "/gateway/bank/things", Json.object()).statusCode();
    }

    private static void told(Calls node, WebhookReceiver receiver, String application) throws InterruptedException {
        String customer = node.create(application);
        receiver.await(received -> received.stream()
                .anyMatch(webhook -> customer.equals(
                        webhook.body().path("end_customer_client_id").asText())));
    }

    private static List<JsonNode> keys(Calls node) {
        return node.admin("/api/v1/vault-keys").path("items").valueStream().toList();
    }

    private static long left(Calls node) {
        return keys(node).stream()
                .filter(key -> !key.path("state").asText().equals("sealing"))
                .mapToLong(key -> key.path("lasting").asLong())
                .sum();
    }

    /// What an operator never has to do; it shows that nothing needs them.
    private static void forgetOldKeys(Path file) throws IOException {
        ObjectNode keys = (ObjectNode) Json.parse(Files.readString(file));
        List<JsonNode> primary = keys.path("key")
                .valueStream()
                .filter(key ->
                        key.path("keyId").asLong() == keys.path("primaryKeyId").asLong())
                .toList();
        assertThat(primary).hasSize(1);
        keys.putArray("key").addAll(primary);
        Files.writeString(file, Json.text(keys));
    }
}
