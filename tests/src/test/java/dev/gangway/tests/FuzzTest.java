package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Tens of thousands of bodies that are slightly or very wrong, to all thirteen operations. Another seed for another
/// run: `-Dgangway.fuzz.seed=7`.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FuzzTest {
    private static final long SEED = Long.getLong("gangway.fuzz.seed", 20_260_131);
    private static final int CALLERS = 4;
    private static final int WARM_UP = 1_000; // bodies of each caller until every cache and pool is filled
    private static final int BODIES = 5_000; // of each caller in a round
    private static final int ROUNDS = 3; // at most

    private record Sample(String path, ObjectNode body) {}

    private final TestPartner partner = Server.shared().partner();
    private final Set<String> met = ConcurrentHashMap.newKeySet(); // what came back

    @Test
    void no_body_whatever_makes_the_server_fail_hang_or_grow() throws Exception {
        send(0, WARM_UP);
        boolean stays = true;
        for (int round = 1; stays && round <= ROUNDS; round++) {
            long before = usedMemory();
            long sent = send(round * CALLERS, BODIES);
            stays = usedMemory() - before >= sent / 2;
        }
        assertThat(met)
                .as("the bodies get as far as every stage")
                .contains("success", "INVALID_BODY", "INVALID_API_KEYS", "UNKNOWN_FIELDS", "MISSING_FIELDS")
                .contains("INVALID_FIELD", "CUSTOMER_NOT_FOUND");
        // Other tests' servers live in this process, and one of them may grow just now. What a leak keeps, it keeps
        // in each round.
        assertThat(stays)
                .as("memory grows with what is sent, in each of %d rounds, seed %d", ROUNDS, SEED)
                .isFalse();
    }

    /// Lets all callers send at once; the bytes that they sent.
    ///
    /// @param stream number of the first caller's stream of random numbers
    private long send(int stream, int bodies) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                long seed = SEED + stream + caller;
                running.add(callers.submit(() -> call(seed, bodies)));
            }
            long sent = 0;
            for (Future<Long> one : running) {
                sent += one.get();
            }
            return sent;
        }
    }

    private long call(long seed, int bodies) {
        Random random = new Random(seed);
        BodyMutations mutations = new BodyMutations(random);
        String customer = partner.createLittle("Fuzzed " + seed);
        long sent = 0;
        for (int number = 0; number < bodies; number++) {
            List<Sample> samples = samples(customer, seed + " " + number);
            Sample sample = samples.get(random.nextInt(samples.size()));
            byte[] body = mutations.mutate(sample.body());
            try {
                check(post(sample.path(), body));
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError(
                        "seed %d, body %d to %s: %s: %s"
                                .formatted(
                                        seed,
                                        number,
                                        sample.path(),
                                        HexFormat.of().formatHex(body),
                                        failed),
                        failed);
            }
            sent += body.length;
        }
        return sent;
    }

    private void check(HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            assertThat(Json.parse(answer.body()).path("request_id").asText()).isNotEmpty();
            met.add("success");
        } else {
            WireError refusal = WireError.of(answer);
            assertThat(refusal.status()).as(answer.body()).isBetween(400, 499);
            met.add(refusal.code());
        }
    }

    /// Without headers for the credentials: those in the body are mutated like everything else.
    private HttpResponse<String> post(String path, byte[] body) {
        return partner.server()
                .send(partner.server()
                        .request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    /// A good request of every operation.
    private List<Sample> samples(String customer, String fresh) {
        ObjectNode about = partner.about(customer);
        ObjectNode update = Bodies.full("Updated " + fresh);
        update.setAll(about);
        return List.of(
                sample("/beta/partner/customer/v1/create", Bodies.full("Beta " + fresh)),
                sample("/beta/partner/customer/v1/get", about.deepCopy()),
                sample("/beta/partner/customer/v1/update", update),
                sample("/beta/partner/customer/v1/enable", products(about.deepCopy())),
                sample("/partner/customer/create", Bodies.classic("Classic " + fresh)),
                sample("/partner/customer/get", about.deepCopy()),
                sample("/partner/customer/enable", about.deepCopy()),
                sample("/partner/customer/remove", about.deepCopy()),
                sample("/partner/customer/oauth_institutions/get", about.deepCopy()),
                sample("/webhook_verification_key/get", Json.object().put("key_id", "whk_unknown")),
                sample("/sandbox/partner/customer/review", about.deepCopy().put("decision", "APPROVE")),
                sample(
                        "/sandbox/partner/customer/oauth_institutions/set",
                        about.deepCopy().put("institution_id", "ins_56").put("status", "ENABLED")),
                sample(
                        "/sandbox/partner/customer/fire_webhook",
                        about.deepCopy().put("webhook_code", "END_CUSTOMER_STATUS_UPDATED")));
    }

    private Sample sample(String path, ObjectNode body) {
        return new Sample(path, body.put("client_id", partner.clientId()).put("secret", partner.sandboxSecret()));
    }

    private static ObjectNode products(ObjectNode body) {
        body.putArray("products").add("transactions").add("auth");
        return body;
    }

    private static long usedMemory() {
        System.gc();
        Runtime machine = Runtime.getRuntime();
        return machine.totalMemory() - machine.freeMemory();
    }
}
